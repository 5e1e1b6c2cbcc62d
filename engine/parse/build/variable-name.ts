/** What a data object, property, data input or output of BPMN is called as a variable: its name if FEEL can say it, else its id. */
import { textOf } from "../element.ts";
import type { Element } from "../element.ts";

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const WORDS: ReadonlySet<string> = new Set(
  "true false null if then else for in return some every satisfies between and or not function instance of".split(" "),
);

export function variableName(element: Element): string {
  const name = textOf(element, "name")?.trim() ?? "";
  return isVariableName(name) ? name : idName(element);
}

export function isVariableName(name: string): boolean {
  return NAME.test(name) && !WORDS.has(name) && !(name in {});
}

/** An id may hold what FEEL reads as an operator (`order-1.2`). */
function idName(element: Element): string {
  const id = (textOf(element, "id") ?? "").replace(/[^\p{L}\p{N}_]/gu, "_");
  return isVariableName(id) ? id : `_${id}`;
}
