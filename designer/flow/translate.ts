/** The `translate` service of bpmn-js in the language of the screen. */
import community from "bpmn-js-i18n/translations/zn.js";
import { currentLanguage } from "../app/i18n.ts";
import { zhDictionary } from "./zh-dictionary.ts";
import { zhPanel } from "./zh-panel.ts";
import { typeInChinese } from "./zh-types.ts";

/** The sentence for `template` in Chinese, or undefined: a test asks for every template that is met. */
export function inChinese(template: string): string | undefined {
  return own(zhPanel, template) ?? own(zhDictionary, template) ?? typeInChinese(template) ?? own(community, template);
}

const own = (words: Readonly<Record<string, string>>, template: string): string | undefined =>
  Object.hasOwn(words, template) ? words[template] : undefined;

function translate(template: string, replacements: Readonly<Record<string, string>> = {}): string {
  const sentence = currentLanguage() === "en" ? template : (inChinese(template) ?? template);
  return sentence.replace(/\{([^}]+)\}/g, (whole, key: string) => replacements[key] ?? whole);
}

export const translateModule = { translate: ["value", translate] };
