/** Brings the words of notices and delivery in. */
import { addTexts } from "../app/i18n.ts";
import { en } from "./texts/en.ts";
import { zh } from "./texts/zh.ts";

addTexts("notices", { "zh-CN": zh, en });
