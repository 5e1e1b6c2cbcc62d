/** Brings the words of the phone in. */
import { addTexts } from "../app/i18n.ts";
import { en } from "./texts/en.ts";
import { zh } from "./texts/zh.ts";

addTexts("fill", { "zh-CN": zh, en });
