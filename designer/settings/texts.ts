/** Brings the words of the settings page in. */
import { addTexts } from "../app/i18n.ts";
import { en } from "./texts/en.ts";
import { zh } from "./texts/zh.ts";

addTexts("settings", { "zh-CN": zh, en });
