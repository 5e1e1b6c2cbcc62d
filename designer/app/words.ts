/** Brings the words of this room in; imported by whoever shows one of its components. */
import { addTexts } from "./i18n.ts";
import { appTexts } from "./texts.ts";

addTexts("app", appTexts);
