/** The process that an element stands in, at any depth. */
import { isA } from "../element.ts";
import type { Element } from "../element.ts";

export function processAround(element: Element): Element | undefined {
  let around: Element | undefined = element;
  while (around !== undefined && !isA(around, "bpmn:Process")) around = around.$parent;
  return around;
}
