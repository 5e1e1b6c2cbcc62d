/** Ways to break sequence flows and gateways (BPMN 2.0 §8.3.13, §10.6). */
import { add, all, idOf, isNamed, remove } from "../xml-tree.ts";
import type { XmlNode } from "../xml-tree.ts";
import { ACTIVITIES, any, byId, each, flowsFrom, flowsTo, GATEWAYS, has } from "./mutation.ts";
import type { Mutation } from "./mutation.ts";

const FLOW = ["sequenceFlow"];
const CONDITION = `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=n > 1</bpmn:conditionExpression>`;
const sibling = (node: XmlNode, ...names: readonly string[]): XmlNode | undefined =>
  node.parent?.children
    .filter((child) => typeof child !== "string")
    .find((child) => child !== node && isNamed(child, ...names) && child.attributes["isForCompensation"] !== "true");
const join = (at: XmlNode | undefined, source: string, target: string): string => {
  if (at !== undefined) add(at, `<bpmn:sequenceFlow id="spoiled" sourceRef="${source}" targetRef="${target}" />`);
  return "spoiled";
};
const hasId = (flow: XmlNode): boolean => idOf(flow) !== "";
const condition = (flow: XmlNode): XmlNode | undefined => all(flow, "conditionExpression")[0];
const sourceOf = (flow: XmlNode, root: XmlNode): XmlNode | undefined => byId(root, flow.attributes["sourceRef"]);
const isListed = (root: XmlNode): boolean => has(root, "incoming") || has(root, "outgoing");
const set =
  (name: string, value: string) =>
  (node: XmlNode): void => {
    node.attributes[name] = value;
  };
const drop =
  (name: string) =>
  (node: XmlNode): void => {
    delete node.attributes[name];
  };
const forks = (node: XmlNode, root: XmlNode): boolean => flowsFrom(root, node).length > 1;

const FLOW_MUTATIONS: readonly Mutation[] = [
  each("a target that is nowhere", "BPMN_UNRESOLVED_REFERENCE", FLOW, hasId, set("targetRef", "gone")),
  each("a source that is nowhere", "BPMN_UNRESOLVED_REFERENCE", FLOW, hasId, set("sourceRef", "gone")),
  each("no target", "BPMN_FLOW_INCOMPLETE", FLOW, hasId, drop("targetRef")),
  each("no source", "BPMN_FLOW_INCOMPLETE", FLOW, hasId, drop("sourceRef")),
  each("a flow for a target", "BPMN_FLOW_INCOMPLETE", FLOW, hasId, (flow) => set("targetRef", idOf(flow))(flow)),
  each(
    "a flow into a start event",
    "BPMN_FLOW_INTO_START",
    ACTIVITIES,
    (node) => sibling(node, "startEvent") !== undefined,
    (node) => join(node.parent, idOf(node), idOf(sibling(node, "startEvent") ?? node)),
  ),
  each(
    "a flow out of an end event",
    "BPMN_FLOW_FROM_END",
    ["endEvent"],
    (node) => sibling(node, ...ACTIVITIES) !== undefined,
    (node) => join(node.parent, idOf(node), idOf(sibling(node, ...ACTIVITIES) ?? node)),
  ),
  each(
    "a flow into a sub-process",
    "BPMN_FLOW_CROSSES_SCOPE",
    ["subProcess", "transaction"],
    (node) => has(node, "userTask") || has(node, "manualTask"),
    (node) => join(node.parent, idOf(node), idOf(all(node, "userTask", "manualTask")[0] ?? node)),
  ),
  each(
    "a condition out of a start event",
    "BPMN_CONDITION_MISPLACED",
    FLOW,
    (flow, root) => hasId(flow) && isNamed(sourceOf(flow, root), "startEvent") && condition(flow) === undefined,
    (flow) => add(flow, CONDITION),
  ),
  each(
    "a condition out of a parallel or event-based gateway",
    "BPMN_CONDITION_MISPLACED",
    FLOW,
    (flow, root) => isNamed(sourceOf(flow, root), "parallelGateway", "eventBasedGateway"),
    (flow) => add(flow, CONDITION),
  ),
  each(
    "a condition on the only way out of a task",
    "BPMN_CONDITION_ALONE",
    FLOW,
    (flow, root) => {
      const source = sourceOf(flow, root);
      return (
        hasId(flow) && isNamed(source, ...ACTIVITIES) && source !== undefined && flowsFrom(root, source).length === 1
      );
    },
    (flow) => add(flow, CONDITION),
  ),
  each(
    "an empty condition",
    "BPMN_CONDITION_EMPTY",
    FLOW,
    (flow) => condition(flow) !== undefined,
    (flow) => void condition(flow)?.children.splice(0),
  ),
  each(
    "a condition that is no FEEL",
    "BPMN_FEEL_INVALID",
    FLOW,
    (flow) => condition(flow) !== undefined,
    (flow) => void condition(flow)?.children.splice(0, 1, "=n ) 1"),
  ),
  each(
    "a condition in another language",
    "BPMN_EXPRESSION_LANGUAGE",
    FLOW,
    (flow) => condition(flow) !== undefined,
    (flow) => {
      const found = condition(flow);
      if (found !== undefined) set("language", "http://www.w3.org/1999/XPath")(found);
    },
  ),
  each(
    "a default flow of somebody else",
    "BPMN_DEFAULT_FOREIGN",
    [...ACTIVITIES, "exclusiveGateway", "inclusiveGateway"],
    (node, root) =>
      all(root, "sequenceFlow").some((flow) => hasId(flow) && flow.attributes["sourceRef"] !== idOf(node)),
    (node, root) => {
      const foreign = all(root, "sequenceFlow").find((flow) => flow.attributes["sourceRef"] !== idOf(node));
      set("default", foreign === undefined ? "" : idOf(foreign))(node);
    },
  ),
  each(
    "a condition on a default flow",
    "BPMN_DEFAULT_CONDITION",
    FLOW,
    (flow, root) => hasId(flow) && sourceOf(flow, root)?.attributes["default"] === idOf(flow),
    (flow) => add(flow, CONDITION),
  ),
  each(
    "a node that nothing leads to",
    "BPMN_UNREACHABLE",
    [...ACTIVITIES, "endEvent", "intermediateCatchEvent"],
    (node, root) =>
      !isListed(root) &&
      flowsTo(root, node).length === 1 &&
      flowsTo(root, node)[0]?.attributes["sourceRef"] !== idOf(node),
    (node, root) => flowsTo(root, node).forEach(remove),
  ),
  each(
    "a start event that leads nowhere",
    "BPMN_NO_WAY_ON",
    ["startEvent"],
    (_node, root) => !isListed(root),
    (node, root) => flowsFrom(root, node).forEach(remove),
  ),
  each(
    "a flow listed at a node that it does not lead to",
    "BPMN_FLOW_REFERENCE",
    ["startEvent"],
    (node, root) => flowsFrom(root, node).some(hasId) && !isListed(root),
    (node, root) =>
      add(
        node,
        `<bpmn:incoming>${
          flowsFrom(root, node)
            .map(idOf)
            .find((id) => id !== "") ?? ""
        }</bpmn:incoming>`,
      ),
  ),
];

const GATEWAY_MUTATIONS: readonly Mutation[] = [
  each(
    "a way out of a decision without its condition",
    "BPMN_CONDITION_MISSING",
    FLOW,
    (flow, root) => {
      const source = sourceOf(flow, root);
      return condition(flow) !== undefined && isNamed(source, "exclusiveGateway", "inclusiveGateway");
    },
    (flow) => void flow.children.splice(0),
  ),
  each(
    "a fork that is said to converge",
    "BPMN_GATEWAY_DIRECTION",
    GATEWAYS,
    forks,
    set("gatewayDirection", "Converging"),
  ),
  each(
    "a join that is said to diverge",
    "BPMN_GATEWAY_DIRECTION",
    GATEWAYS,
    (node, root) => flowsTo(root, node).length > 1,
    set("gatewayDirection", "Diverging"),
  ),
  each("a direction that there is not", "BPMN_ATTRIBUTE_VALUE", GATEWAYS, any, set("gatewayDirection", "Up")),
  each(
    "a default of a gateway that can have none",
    "BPMN_UNKNOWN_ATTRIBUTE",
    ["parallelGateway", "eventBasedGateway"],
    any,
    set("default", "f"),
  ),
  each("an event-based gateway with one way out", "BPMN_EVENT_GATEWAY_FORK", ["eventBasedGateway"], any, (node, root) =>
    flowsFrom(root, node).slice(1).forEach(remove),
  ),
  each(
    "a task behind an event-based gateway",
    "BPMN_EVENT_GATEWAY_TARGET",
    ["intermediateCatchEvent"],
    (node, root) => flowsTo(root, node).some((flow) => isNamed(sourceOf(flow, root), "eventBasedGateway")),
    (node) => {
      node.tag = "bpmn:manualTask";
      node.children = [];
    },
  ),
  each(
    "a second way to what follows an event-based gateway",
    "BPMN_EVENT_GATEWAY_WAY_IN",
    ["intermediateCatchEvent", "receiveTask"],
    (node, root) => flowsTo(root, node).some((flow) => isNamed(sourceOf(flow, root), "eventBasedGateway")),
    (node) => void join(node.parent, idOf(sibling(node, "startEvent") ?? node), idOf(node)),
  ),
  each(
    "an event-based gateway on the way that waits for all",
    "BPMN_EVENT_GATEWAY_PARALLEL",
    ["eventBasedGateway"],
    any,
    set("eventGatewayType", "Parallel"),
  ),
];

export const FLOWS_AND_GATEWAYS = [...FLOW_MUTATIONS, ...GATEWAY_MUTATIONS];
