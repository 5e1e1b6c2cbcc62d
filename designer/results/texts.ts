/** Brings the words of the results in. */
import { addTexts } from "../app/i18n.ts";
import { en } from "./texts/en.ts";
import { zh } from "./texts/zh.ts";

addTexts("results", { "zh-CN": zh, en });
