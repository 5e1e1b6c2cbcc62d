/** Brings the words of the administration in. */
import { addTexts } from "../app/i18n.ts";
import { en } from "./texts/en.ts";
import { zh } from "./texts/zh.ts";

addTexts("admin", { "zh-CN": zh, en });
