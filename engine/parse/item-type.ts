/** What data are made of: the item definition and the type that it names (BPMN 2.0 §8.4.10, §10.4.1). */
import { childOf, isA, textOf } from "./element.ts";
import type { Element } from "./element.ts";

/** The type of data, or of what a message, signal, error or escalation carries; undefined where the document says none. */
export function itemType(element: Element | undefined): string | undefined {
  const data = isA(element, "bpmn:DataObjectReference") ? childOf(element, "dataObjectRef") : element;
  const stored = isA(data, "bpmn:DataStoreReference") ? childOf(data, "dataStoreRef") : data;
  const item = ["itemSubjectRef", "itemRef", "structureRef"].flatMap((name) => childOf(stored, name) ?? [])[0];
  return textOf(item, "structureRef");
}

/** Only types that are both said can differ: a document may leave them out. */
export function differInType(one: Element | undefined, other: Element | undefined): boolean {
  const [left, right] = [itemType(one), itemType(other)];
  return left !== undefined && right !== undefined && left !== right;
}
