/** String functions (DMN §10.3.4.3); positions count characters, not UTF-16 units. */
import { integerOf } from "../number.ts";
import { firstGroups, matchesPattern, patternOf, splitBy } from "../pattern.ts";
import type { Run } from "../run.ts";
import { builtin, overloads } from "../signature.ts";
import { FeelFunction } from "../value.ts";
import type { Value } from "../value.ts";
import type { FeelNumber } from "../number.ts";

function substring(run: Run, text: string, start: FeelNumber, length: FeelNumber | undefined): Value {
  run.spend(text.length >> 4);
  const characters = Array.from(text);
  const from = integerOf(start);
  const count = length === undefined ? characters.length : integerOf(length);
  if (from === undefined || count === undefined || from === 0 || count < 0) return null;
  const begin = from > 0 ? from - 1 : characters.length + from;
  return begin < 0 ? null : characters.slice(begin, begin + count).join("");
}

function stringJoin(
  run: Run,
  list: readonly Value[],
  delimiter: string | undefined,
  prefix?: string,
  suffix?: string,
): Value {
  if (list.some((item) => item !== null && typeof item !== "string")) return null;
  const texts = list.filter((item) => typeof item === "string");
  const length = texts.reduce((sum, text) => sum + text.length + (delimiter?.length ?? 0), 0);
  run.checkText(length);
  return (prefix ?? "") + texts.join(delimiter ?? "") + (suffix ?? "");
}

function replace(run: Run, input: string, pattern: string, replacement: string, flags: string | undefined): Value {
  const compiled = patternOf(run, pattern, flags);
  if (compiled === null) return null;
  const parts: string[] = [];
  let end = 0;
  for (const found of firstGroups(run, compiled, input)) {
    parts.push(input.slice(end, found.start), expand(replacement, found.groups));
    end = found.end;
    run.checkText(replacement.length + 64);
  }
  parts.push(input.slice(end));
  const text = parts.join("");
  run.checkText(text.length);
  return text;
}

/** `$1` is a group, `$0` the whole match, `\$` a dollar sign (XPath F&O fn:replace). */
function expand(replacement: string, groups: readonly (string | undefined)[]): string {
  return replacement.replace(/\\([\\$])|\$(\d)/g, (_whole, escaped?: string, group?: string) => {
    return escaped ?? groups[Number(group)] ?? "";
  });
}

export const STRING_FUNCTIONS: Readonly<Record<string, FeelFunction>> = {
  substring: builtin(["string:string", "start position:number", "length:number?"], substring),
  "string length": builtin(["string:string"], (run, text) => {
    run.spend(text.length >> 4);
    return Array.from(text).length;
  }),
  "upper case": builtin(["string:string"], (_run, text) => text.toUpperCase()),
  "lower case": builtin(["string:string"], (_run, text) => text.toLowerCase()),
  "substring before": builtin(["string:string", "match:string"], (_run, text, match) => {
    const at = text.indexOf(match);
    return at < 0 ? "" : text.slice(0, at);
  }),
  "substring after": builtin(["string:string", "match:string"], (_run, text, match) => {
    const at = text.indexOf(match);
    return at < 0 ? "" : text.slice(at + match.length);
  }),
  contains: builtin(["string:string", "match:string"], (_run, text, match) => text.includes(match)),
  "starts with": builtin(["string:string", "match:string"], (_run, text, match) => text.startsWith(match)),
  "ends with": builtin(["string:string", "match:string"], (_run, text, match) => text.endsWith(match)),
  matches: builtin(["input:string", "pattern:string", "flags:string?"], (run, input, pattern, flags) => {
    const compiled = patternOf(run, pattern, flags);
    return compiled === null ? null : matchesPattern(run, compiled, input);
  }),
  replace: builtin(["input:string", "pattern:string", "replacement:string", "flags:string?"], replace),
  split: builtin(["string:string", "delimiter:string"], (run, text, delimiter) => {
    const compiled = patternOf(run, delimiter, undefined);
    return compiled === null ? null : splitBy(run, compiled, text);
  }),
  "string join": overloads(
    builtin(["list:list", "delimiter:string?"], stringJoin),
    builtin(["list:list", "delimiter:string?", "prefix:string?", "suffix:string?"], stringJoin),
  ),
};
