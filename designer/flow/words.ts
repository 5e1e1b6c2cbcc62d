/** Brings the words around diagrams in. */
import { addTexts } from "../app/i18n.ts";
import { flowTexts } from "./texts.ts";

addTexts("flow", flowTexts);
