/** The `translate` service of bpmn-js in the language of the screen. */
import community from "bpmn-js-i18n/translations/zn.js";
import { currentLanguage } from "../app/i18n.ts";
import { zhDictionary } from "./zh-dictionary.ts";

const misses = new Set<string>();

/** What was asked for in Chinese and not found: the test of the viewer reads it. */
export function untranslated(): readonly string[] {
  return [...misses].sort();
}

/** The sentence for `template` in Chinese; unknown ones stay English and are remembered. */
export function inChinese(template: string): string {
  const found = zhDictionary[template] ?? community[template];
  if (found === undefined) misses.add(template);
  return found ?? template;
}

function translate(template: string, replacements: Readonly<Record<string, string>> = {}): string {
  const sentence = currentLanguage() === "en" ? template : inChinese(template);
  return sentence.replace(/\{([^}]+)\}/g, (whole, key: string) => replacements[key] ?? whole);
}

export const translateModule = { translate: ["value", translate] };
