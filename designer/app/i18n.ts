/** Two languages, switched without a reload; each room brings its own texts with `addTexts`. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Title } from "../../server/contract/types.ts";

export type Language = "zh-CN" | "en";
/** Texts of rooms that were loaded before the start. */
const early: Record<Language, Record<string, object>> = { "zh-CN": {}, en: {} };
const storageKey = "gridloom.language";

export async function startI18n(): Promise<void> {
  const saved = localStorage.getItem(storageKey);
  await i18next.use(initReactI18next).init({
    lng: saved === "en" ? "en" : "zh-CN",
    fallbackLng: "zh-CN",
    resources: early,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = i18next.language;
}

/** Texts of one room under its name: `t("desk:inbox.title")`. Both languages must have the same keys (tested). */
export function addTexts(room: string, texts: Record<Language, object>): void {
  if (!i18next.isInitialized) {
    early["zh-CN"][room] = texts["zh-CN"];
    early.en[room] = texts.en;
    return;
  }
  i18next.addResourceBundle("zh-CN", room, texts["zh-CN"], true, true);
  i18next.addResourceBundle("en", room, texts.en, true, true);
}

export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export function currentLanguage(): Language {
  return i18next.language === "en" ? "en" : "zh-CN";
}

/** A title of the contract in the language of the screen; Chinese where there is no other. */
export function say(title: Title | undefined): string {
  if (title === undefined) return "";
  return currentLanguage() === "en" ? (title.en ?? title["zh-CN"]) : title["zh-CN"];
}

/** Words under a key outside a component, or `otherwise` when there are none. */
export const words = (key: string, otherwise: string): string => i18next.t(key, { defaultValue: otherwise });
