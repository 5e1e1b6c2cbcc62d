/** Data objects, their references, properties, data inputs and outputs (BPMN 2.0 §10.4.1): which variable each of them is. */
import { childOf, childrenOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { isVariableName, variableName } from "./variable-name.ts";

/** Modelers end a data association that is only drawn at a property of this name. */
const PLACEHOLDER = "__targetRef_placeholder";

/** Undefined for what is only drawn: data stores, placeholders. */
export function itemName(item: Element | undefined): string | undefined {
  if (item === undefined || isA(item, "bpmn:DataStoreReference") || isA(item, "bpmn:DataStore")) return undefined;
  if (isA(item, "bpmn:DataObjectReference")) return objectName(childOf(item, "dataObjectRef") ?? item);
  if (isA(item, "bpmn:DataObject")) return objectName(item);
  return textOf(item, "name") === PLACEHOLDER ? undefined : variableName(item);
}

/** Many tools write the name at the reference and leave the object itself without one. */
function objectName(object: Element): string {
  if (isVariableName(textOf(object, "name")?.trim() ?? "")) return variableName(object);
  const reference = childrenOf(object.$parent, "flowElements").find(
    (other) => childOf(other, "dataObjectRef") === object && isVariableName(textOf(other, "name")?.trim() ?? ""),
  );
  return variableName(reference ?? object);
}

/** What lives in a sub-process and ends with it (§10.4.1, lifecycle and visibility). */
export function declaredIn(scope: Element): readonly string[] {
  const objects = childrenOf(scope, "flowElements").filter((element) => isA(element, "bpmn:DataObject"));
  const names = [...objects, ...childrenOf(scope, "properties")].flatMap((item) => itemName(item) ?? []);
  return [...new Set(names)];
}
