/** Brings the words of the desk in. */
import { addTexts } from "../app/i18n.ts";
import { en } from "./texts/en.ts";
import { zh } from "./texts/zh.ts";

addTexts("desk", { "zh-CN": zh, en });
