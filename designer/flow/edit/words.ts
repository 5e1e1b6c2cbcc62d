/** Brings the words of the flow editor and of the comparison in. */
import { addTexts } from "../../app/i18n.ts";
import { en } from "./texts-en.ts";
import { zh } from "./texts-zh.ts";

addTexts("flowEdit", { "zh-CN": zh, en });
