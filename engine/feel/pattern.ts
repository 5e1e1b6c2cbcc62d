/** Regular expressions of FEEL through re2js: linear time whatever the pattern (decided.md 8, 18). */
import { RE2JS } from "re2js";
import type { Run } from "./run.ts";
import type { Value } from "./value.ts";

const PATTERN_LIMIT = 1_000;
const CACHE_SIZE = 200;
const compiled = new Map<string, RE2JS | null>();

/** The compiled pattern, or null (a fault in a strict evaluation) when it is no pattern or cannot run in linear time. */
export function patternOf(run: Run, pattern: string, flags: string | undefined): RE2JS | null {
  const key = `${flags ?? ""}/${pattern}`;
  let known = compiled.get(key);
  if (known === undefined) {
    run.spend(1_000);
    known = make(pattern, flags ?? "");
    const oldest = compiled.size >= CACHE_SIZE ? compiled.keys().next() : undefined;
    if (oldest?.done === false) compiled.delete(oldest.value);
    compiled.set(key, known);
  }
  if (known !== null) return known;
  return run.fault(
    "FEEL_PATTERN",
    `正则表达式“${pattern}”无效或不受支持`,
    `The pattern "${pattern}" is not valid or not supported`,
  );
}

function make(pattern: string, flags: string): RE2JS | null {
  if (pattern.length > PATTERN_LIMIT || !/^[smixq]*$/.test(flags)) return null;
  let bits = 0;
  if (flags.includes("i")) bits |= RE2JS.CASE_INSENSITIVE;
  if (flags.includes("s")) bits |= RE2JS.DOTALL;
  if (flags.includes("m")) bits |= RE2JS.MULTILINE;
  try {
    return RE2JS.compile(source(pattern, flags), bits);
  } catch {
    // re2js reports every pattern it refuses by throwing its own error.
    return null;
  }
}

/** `q` takes the pattern literally, `x` ignores blanks outside character classes (XPath F&O §5.6.2). */
function source(pattern: string, flags: string): string {
  if (flags.includes("q")) return RE2JS.quote(pattern);
  const lean = flags.includes("x") ? pattern.replace(/(\[(?:\\.|[^\]\\])*\])|(\\.)|\s+/g, "$1$2") : pattern;
  return RE2JS.translateRegExp(lean);
}

function charge(run: Run, input: string): void {
  // A step per character: linear, but an automaton is slower than a string search.
  run.spend(1 + input.length);
}

export function matchesPattern(run: Run, pattern: RE2JS, input: string): boolean {
  charge(run, input);
  return pattern.matcher(input).find();
}

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

/** Every match with its groups (0 is the whole), left to right. */
export function* firstGroups(run: Run, pattern: RE2JS, input: string): Generator<Found> {
  charge(run, input);
  const matcher = pattern.matcher(input);
  while (matcher.find()) {
    run.spend(4);
    const groups: (string | undefined)[] = [];
    for (let at = 0; at <= matcher.groupCount(); at += 1) groups.push(matcher.group(at) ?? undefined);
    yield { start: matcher.start(), end: matcher.end(), groups };
  }
}

export function splitBy(run: Run, pattern: RE2JS, input: string): Value {
  const pieces: string[] = [];
  let end = 0;
  for (const found of firstGroups(run, pattern, input)) {
    if (found.end === found.start) continue;
    pieces.push(input.slice(end, found.start));
    end = found.end;
    run.checkList(pieces.length);
  }
  return [...pieces, input.slice(end)];
}
