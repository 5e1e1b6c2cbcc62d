/**
 * Regular expressions of forms, on server and phone alike through RE2 (decided.md 8): linear time, and one
 * verdict everywhere. What RE2 cannot take (look-around, back references) is refused at publishing.
 */
import { RE2JS } from "re2js";

const cache = new Map<string, Pattern>();
const cacheSize = 1000;

/** The shape that ajv's `code.regExp` wants. */
export interface Pattern {
  test(text: string): boolean;
  toString(): string;
}

/** ECMA-262 writes `\p{Script=Han}` where RE2 writes `\p{Han}`; RE2's own translation leaves it. */
const scriptName = /(^|[^\\])((?:\\\\)*\\[pP]\{)(?:Script|sc)=/g;

/** Compiles a JSON Schema pattern (ECMA-262 spelling). Throws RE2's own exception for what it cannot take. */
export function pattern(source: string): Pattern {
  const known = cache.get(source);
  if (known !== undefined) return known;
  const compiled = RE2JS.compile(RE2JS.translateRegExp(source.replace(scriptName, "$1$2")));
  const made: Pattern = { test: (text) => compiled.matcher(text).find(), toString: () => `re2:${source}` };
  if (cache.size >= cacheSize) cache.clear();
  cache.set(source, made);
  return made;
}
