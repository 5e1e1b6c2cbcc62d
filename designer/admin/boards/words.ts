/** Brings the words of this page in. */
import { addTexts } from "../../app/i18n.ts";
import { boardTexts } from "./texts.ts";

addTexts("boards", boardTexts);
