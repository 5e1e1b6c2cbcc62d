/** Brings the words of the form designer in. */
import { addTexts } from "../app/i18n.ts";
import { en } from "./texts/en.ts";
import { zh } from "./texts/zh.ts";

addTexts("form", { "zh-CN": zh, en });
