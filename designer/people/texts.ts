/** Brings the words of people and organisation in. */
import { addTexts } from "../app/i18n.ts";
import { en } from "./texts/en.ts";
import { zh } from "./texts/zh.ts";

addTexts("people", { "zh-CN": zh, en });
