/** Brings the words of this page in. */
import { addTexts } from "../../app/i18n.ts";
import { deskResidentTexts } from "./texts.ts";

addTexts("deskResident", deskResidentTexts);
