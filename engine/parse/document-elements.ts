/** Every element of a document, wherever it stands: what the rules about the whole document are asked of. */
import { isElement } from "./element.ts";
import type { Element } from "./element.ts";

/** Not the drawing, which means nothing, and not extensions, whose types are not BPMN's. */
const LEFT_OUT = ["diagrams", "extensionElements"];

export function documentElements(root: Element): readonly Element[] {
  const found = [root];
  // The list grows while it is walked: each element is visited once, in document order of its parents.
  for (const element of found) found.push(...childrenOf(element));
  return found;
}

function childrenOf(element: Element): readonly Element[] {
  return propertiesOf(element).flatMap(({ name, isReference }) =>
    isReference === true || LEFT_OUT.includes(name) ? [] : valuesOf(element, name),
  );
}

export function propertiesOf(element: Element): NonNullable<Element["$descriptor"]>["properties"] {
  return element.$descriptor?.properties ?? [];
}

/** The elements that a property holds or refers to, whether it may hold one or many. */
export function valuesOf(element: Element, name: string): readonly Element[] {
  if (!Object.hasOwn(element, name)) return [];
  const value: unknown = Reflect.get(element, name);
  return (Array.isArray(value) ? value : [value]).filter(isElement);
}
