/** Which decision a business rule task asks, and where the answer goes: zeebe's element, else BPMN's own attributes. */
import { childOf, childrenOf, extensionOf, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { implementation } from "./job.ts";
import { variableName } from "./variable-name.ts";

/** In: a business rule task or a global one. Out: both as written, with zeebe's `=` before FEEL; empty where nothing tells. */
export function businessRule(node: Element): { readonly decision: string; readonly result: string } {
  const called = extensionOf(node, "zeebe:CalledDecision");
  return {
    decision: textOf(called, "decisionId") ?? implementation(node) ?? "",
    result: textOf(called, "resultVariable") ?? (called === undefined ? resultName(node) : ""),
  };
}

/** Standard BPMN has no word for it: the only data output, else the decision's own key. */
function resultName(node: Element): string {
  const outputs = childrenOf(childOf(node, "ioSpecification"), "dataOutputs");
  const [only] = outputs.length === 1 ? outputs : [];
  return only === undefined ? (implementation(node) ?? "") : variableName(only);
}
