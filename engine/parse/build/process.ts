/** A checked process → the immutable definition that the engine runs. */
import type { ProcessDefinition, SequenceFlow } from "../../model/process.ts";
import { childOf, conditionOf, extensionOf, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import type { ProcessModel } from "../process-model.ts";
import { flowNode, scopeDefinition } from "./flow-node.ts";
import { properties } from "./node-head.ts";
import { processData } from "./process-data.ts";

export function processDefinition(model: ProcessModel): ProcessDefinition {
  const { process } = model;
  const key = textOf(process, "id") ?? "";
  const versionTag = textOf(extensionOf(process, "zeebe:VersionTag"), "value");
  return {
    key,
    name: textOf(process, "name") ?? key,
    ...(versionTag === undefined ? {} : { versionTag }),
    ...properties(process),
    ...processData(process),
    scope: scopeDefinition(process, model),
    nodes: Object.fromEntries(model.nodes.map((node) => [model.idOf(node), flowNode(node, model)])),
    flows: Object.fromEntries(model.flows.map((flow) => [model.idOf(flow), sequenceFlow(flow, model)])),
  };
}

function sequenceFlow(flow: Element, model: ProcessModel): SequenceFlow {
  const condition = textOf(childOf(flow, "conditionExpression"), "body");
  const [sourceId, targetId] = [childOf(flow, "sourceRef"), childOf(flow, "targetRef")].map((end) =>
    end === undefined ? "" : model.idOf(end),
  );
  return {
    id: model.idOf(flow),
    name: textOf(flow, "name") ?? "",
    sourceId: sourceId ?? "",
    targetId: targetId ?? "",
    ...(condition === undefined ? {} : { condition: conditionOf(condition) }),
  };
}
