/** Brings the words of this room in. */
import { addTexts } from "../app/i18n.ts";
import { en } from "./texts/en.ts";
import { zh } from "./texts/zh.ts";

addTexts("resident", { "zh-CN": zh, en });
