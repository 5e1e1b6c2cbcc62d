/** Ways to break what holds a document together: ids, types, references, pools, lanes, artifacts, data (BPMN 2.0 §8, §9, §10.4, §10.8). */
import { add, all, idOf } from "../xml-tree.ts";
import type { XmlNode } from "../xml-tree.ts";
import { ACTIVITIES, any, each, has, NODES } from "./mutation.ts";
import type { Mutation } from "./mutation.ts";

const hasId = (node: XmlNode): boolean => idOf(node) !== "";
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
const refers =
  (name: string) =>
  (node: XmlNode): boolean =>
    node.attributes[name] !== undefined && hasId(node);
const isTop = (node: XmlNode): boolean => node.parent?.tag.endsWith(":process") === true;

const IDS: readonly Mutation[] = [
  each("an id twice", "BPMN_DUPLICATE_ID", NODES, isTop, (node) => {
    if (node.parent !== undefined) add(node.parent, `<bpmn:task id="${idOf(node)}" />`);
  }),
  each("an id with a blank", "BPMN_ID_INVALID", ["process"], any, (node) => {
    add(node, `<bpmn:task id="a b" />`);
    return "a b";
  }),
  each("an id that begins with a digit", "BPMN_ID_INVALID", ["process"], any, (node) => {
    add(node, `<bpmn:task id="1a" />`);
    return "1a";
  }),
  each("an id that is a word of JavaScript", "BPMN_ID_INVALID", ["process"], any, (node) => {
    add(node, `<bpmn:task id="constructor" />`);
    return "constructor";
  }),
  each("an element that there is not", "BPMN_UNKNOWN_ELEMENT", ACTIVITIES, any, (node) => {
    node.tag = "bpmn:robotTask";
  }),
  each("an attribute that there is not", "BPMN_UNKNOWN_ATTRIBUTE", NODES, any, set("colour", "red")),
  each(
    "an attribute of zeebe that there is not",
    "BPMN_UNKNOWN_ATTRIBUTE",
    NODES,
    (_node, root) => all(root, "definitions")[0]?.attributes["xmlns:zeebe"] !== undefined,
    set("zeebe:colour", "red"),
  ),
  each("a kind of process that there is not", "BPMN_ATTRIBUTE_VALUE", ["process"], any, set("processType", "Odd")),
  each("a choreography task", "BPMN_NOT_SUPPORTED", ["process"], any, (node) => {
    add(node, `<bpmn:choreographyTask id="spoiled" />`);
    return "spoiled";
  }),
];

const wrong = (
  tag: string,
  name: string,
  fits: (node: XmlNode, root: XmlNode) => boolean = refers(name),
): Mutation[] => [
  each(`a ${name} of a ${tag} that leads nowhere`, "BPMN_UNRESOLVED_REFERENCE", [tag], fits, set(name, "gone")),
  each(`a ${name} of a ${tag} that leads to itself`, "BPMN_REFERENCE_TYPE", [tag], fits, (node) =>
    set(name, idOf(node))(node),
  ),
];

const REFERENCES: readonly Mutation[] = [
  ...wrong("participant", "processRef"),
  ...wrong("messageFlow", "messageRef"),
  ...wrong("dataObjectReference", "dataObjectRef"),
  ...wrong("dataObject", "itemSubjectRef"),
  ...wrong("dataStoreReference", "dataStoreRef"),
  ...wrong("group", "categoryValueRef"),
  each("an association without an end", "BPMN_ASSOCIATION_INCOMPLETE", ["association"], any, drop("targetRef")),
  each("an association to nothing", "BPMN_UNRESOLVED_REFERENCE", ["association"], any, set("sourceRef", "gone")),
  each(
    "an association that points up",
    "BPMN_ATTRIBUTE_VALUE",
    ["association"],
    any,
    set("associationDirection", "Up"),
  ),
  each(
    "data from a task",
    "BPMN_DATA_ASSOCIATION",
    ["task"],
    (_node, root) => has(root, "dataObject") || isTop(_node),
    (node) => {
      const id = idOf(node);
      add(
        node,
        `<bpmn:dataInputAssociation id="spoiled"><bpmn:sourceRef>${id}</bpmn:sourceRef><bpmn:targetRef>${id}</bpmn:targetRef></bpmn:dataInputAssociation>`,
      );
      return "spoiled";
    },
  ),
  each("data to nowhere", "BPMN_DATA_ASSOCIATION", ["userTask"], any, (node) => {
    add(node, `<bpmn:dataOutputAssociation id="spoiled" />`);
    return "spoiled";
  }),
];

const POOLS: readonly Mutation[] = [
  each("a message flow without a target", "BPMN_MESSAGE_FLOW_INCOMPLETE", ["messageFlow"], any, drop("targetRef")),
  each("a message flow from nowhere", "BPMN_UNRESOLVED_REFERENCE", ["messageFlow"], any, set("sourceRef", "gone")),
  each(
    "a message flow within a pool",
    "BPMN_MESSAGE_FLOW_IN_POOL",
    ["messageFlow"],
    (_node, root) => has(root, "userTask"),
    (node, root) => {
      const [first, second] = all(root, "userTask");
      node.attributes["sourceRef"] = first === undefined ? "" : idOf(first);
      node.attributes["targetRef"] = second === undefined ? "" : idOf(second);
    },
  ),
  each(
    "a message flow out of a start event",
    "BPMN_MESSAGE_FLOW_END",
    ["messageFlow"],
    (_node, root) => has(root, "startEvent"),
    (node, root) => {
      node.attributes["sourceRef"] = idOf(all(root, "startEvent")[0] ?? node);
    },
  ),
  each(
    "a message flow into an end event",
    "BPMN_MESSAGE_FLOW_END",
    ["messageFlow"],
    (_node, root) => has(root, "endEvent"),
    (node, root) => {
      node.attributes["targetRef"] = idOf(all(root, "endEvent")[0] ?? node);
    },
  ),
  each(
    "a message flow into a sequence flow",
    "BPMN_MESSAGE_FLOW_END",
    ["messageFlow"],
    (_node, root) => all(root, "sequenceFlow").some(hasId),
    (node, root) => {
      node.attributes["targetRef"] = idOf(all(root, "sequenceFlow").find(hasId) ?? node);
    },
  ),
  each("a lane with something that is nowhere", "BPMN_UNRESOLVED_REFERENCE", ["lane"], any, (node) =>
    add(node, "<bpmn:flowNodeRef>gone</bpmn:flowNodeRef>"),
  ),
  each("a lane with a lane for a node", "BPMN_LANE_NODE", ["lane"], any, (node) =>
    add(node, `<bpmn:flowNodeRef>${idOf(node)}</bpmn:flowNodeRef>`),
  ),
  each(
    "a node in a second lane",
    "BPMN_LANE_TWICE",
    ["laneSet", "childLaneSet"],
    (node) => has(node, "flowNodeRef"),
    (node) => {
      const [listed] = all(node, "flowNodeRef");
      const [text = ""] = listed?.children.filter((child) => typeof child === "string") ?? [];
      add(node, `<bpmn:lane id="spoiled"><bpmn:flowNodeRef>${text}</bpmn:flowNodeRef></bpmn:lane>`);
      return "spoiled";
    },
  ),
];

export const DOCUMENT_MUTATIONS: readonly Mutation[] = [...IDS, ...REFERENCES, ...POOLS];
