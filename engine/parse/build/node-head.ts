/** The part that all flow nodes share: connections, mappings, and what our own extension says. */
import type { FlowNode, Mapping } from "../../model/process.ts";
import { childOf, childrenOf, extensionOf, feelOf, flagOf, isA, numberOf, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { dataFlow } from "./data-flow.ts";
import { loopOf } from "./loop.ts";
import type { ProcessModel } from "../process-model.ts";

export type NodeHead = Omit<FlowNode & { readonly kind: "manualTask" }, "kind">;

export function nodeHead(node: Element, model: ProcessModel): NodeHead {
  const parent = node.$parent;
  const defaultFlow = childOf(node, "default");
  return {
    id: model.idOf(node),
    name: textOf(node, "name") ?? "",
    incoming: model.incoming(node).map(model.idOf),
    outgoing: model.outgoing(node).map(model.idOf),
    ...(isA(parent, "bpmn:SubProcess") && parent !== undefined ? { parentId: model.idOf(parent) } : {}),
    ...(defaultFlow === undefined ? {} : { defaultFlow: model.idOf(defaultFlow) }),
    inputs: mappings(node, "inputParameters"),
    outputs: mappings(node, "outputParameters"),
    boundary: model.boundary(node).map(model.idOf),
    ...dataFlow(node),
    ...(flagOf(node, "isForCompensation") === true ? { isForCompensation: true } : {}),
    ...loopOf(node),
    ...quantities(node),
    ...governance(node),
    ...properties(node),
  };
}

function mappings(node: Element, side: "inputParameters" | "outputParameters"): readonly Mapping[] {
  return childrenOf(extensionOf(node, "zeebe:IoMapping"), side).map((mapping) => ({
    source: feelOf(textOf(mapping, "source") ?? ""),
    target: textOf(mapping, "target") ?? "",
  }));
}

function governance(node: Element): Pick<NodeHead, "stage" | "caseState" | "clock" | "ladder" | "extend"> {
  const stage = textOf(node, "stage");
  const caseState = textOf(node, "caseState");
  const limit = textOf(extensionOf(node, "gl:Clock"), "limit");
  const ladder = textOf(extensionOf(node, "gl:Ladder"), "key");
  const extend = extensionOf(node, "gl:Extend");
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(caseState === undefined ? {} : { caseState }),
    ...(limit === undefined ? {} : { clock: { limit: feelOf(limit) } }),
    ...(ladder === undefined ? {} : { ladder }),
    ...(extend === undefined
      ? {}
      : { extend: { activity: textOf(extend, "activity") ?? "", by: feelOf(textOf(extend, "by") ?? "") } }),
  };
}

/** One is the rule and is left out (BPMN 2.0 §13.3.2). */
function quantities(node: Element): Pick<NodeHead, "startQuantity" | "completionQuantity"> {
  const [needed, given] = [numberOf(node, "startQuantity") ?? 1, numberOf(node, "completionQuantity") ?? 1];
  return {
    ...(needed === 1 ? {} : { startQuantity: needed }),
    ...(given === 1 ? {} : { completionQuantity: given }),
  };
}

/** `zeebe:properties` of a node or process, kept for whoever reads them. */
export function properties(element: Element): { readonly properties?: Readonly<Record<string, string>> } {
  const list = childrenOf(extensionOf(element, "zeebe:Properties"), "properties");
  if (list.length === 0) return {};
  return {
    properties: Object.fromEntries(list.map((entry) => [textOf(entry, "name") ?? "", textOf(entry, "value") ?? ""])),
  };
}
