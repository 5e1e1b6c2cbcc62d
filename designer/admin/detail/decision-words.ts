/** Entries of a decision table in words: a code of a unit, matter or level is said by its title, text loses its quotes. */

const literal = /"((?:[^"\\]|\\.)*)"/g;

/** True for one string, or a list of strings: everything else is an expression and stays as written. */
function isLiteral(entry: string): boolean {
  const rest = entry.replace(literal, "").trim();
  return /^\[?[\s,]*\]?$/.test(rest) && entry.includes('"');
}

export interface SaidEntry {
  readonly words: string;
  /** True when it is still an expression, to be shown as code. */
  readonly isCode: boolean;
}

/** `words` by code, with those of `true` and `false`; unknown codes are shown as they are. */
export function sayEntry(entry: string, words: ReadonlyMap<string, string>): SaidEntry {
  const fact = entry === "true" || entry === "false" ? words.get(entry) : undefined;
  if (fact !== undefined) return { words: fact, isCode: false };
  if (!isLiteral(entry)) return { words: entry, isCode: true };
  const said = [...entry.matchAll(literal)].map(([, text = ""]) => words.get(text) ?? text);
  return { words: said.join("、"), isCode: false };
}
