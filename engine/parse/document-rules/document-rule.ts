/** What a rule about the whole document is: asked about every element but those of the drawing, also of drawn processes. */
import type { Problem } from "../../model/problem.ts";
import { textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";

export type DocumentRule = (element: Element) => readonly Problem[];

/** Elements such as event definitions often have no id: the nearest element around them that has one is named. */
export function problemNear(element: Element, code: string, zh: string, en: string): Problem {
  let named: Element = element;
  while (textOf(named, "id") === undefined && named.$parent !== undefined) named = named.$parent;
  return problemAt(named, code, zh, en);
}
