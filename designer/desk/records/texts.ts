/** Brings the words of the ledgers in. */
import { addTexts } from "../../app/i18n.ts";
import { en } from "./texts/en.ts";
import { zh } from "./texts/zh.ts";

addTexts("records", { "zh-CN": zh, en });
