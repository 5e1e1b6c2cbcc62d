/** What the texts of a bundle refer to. Expressions are read as text: a reference inside a string counts, and harms nothing. */
import type { Problem } from "../model/problem.ts";

/** The text that a FEEL string literal stands for; undefined when the expression is anything else. */
export function literalOf(expression: string): string | undefined {
  const text = expression.trim();
  return /^"(?:[^"\\]|\\.)*"$/.test(text) ? text.slice(1, -1).replaceAll(/\\(.)/g, "$1") : undefined;
}

/** Keys read as `param.<key>` anywhere inside, sorted. */
export function parametersIn(content: unknown): readonly string[] {
  const found = JSON.stringify(content).matchAll(/\bparam\.([a-z][A-Za-z0-9]*(?:__[a-z][A-Za-z0-9]*)?)/g);
  return [...new Set([...found].map((match) => match[1] ?? ""))].toSorted();
}

/** Roles written out in candidate groups: `place.street + "/dispatcher"`. */
export function rolesIn(expression: string): readonly string[] {
  return [...expression.matchAll(/"[^"/]*\/([a-z][A-Za-z0-9]*)"/g)].map((match) => match[1] ?? "");
}

export function bundleProblem(code: string, process: string, elementId: string, zh: string, en: string): Problem {
  const where = elementId === "" ? process : `${process}/${elementId}`;
  return { code, zh: `${where}：${zh}`, en: `${where}: ${en}`, ...(elementId === "" ? {} : { elementId }) };
}
