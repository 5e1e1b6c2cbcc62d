/** One way to break a model: where it can be done, and what the refusal must then name. */
import { all, idOf, isNamed } from "../xml-tree.ts";
import type { XmlNode } from "../xml-tree.ts";

export interface Mutation {
  readonly title: string;
  readonly code: string;
  /** Each place where the model can be broken this way: breaks it there, and answers the id that must be named. */
  readonly places: (root: XmlNode) => readonly (() => string)[];
}

const EVENTS = ["startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent"];
const TASKS = ["task", "manualTask", "userTask", "serviceTask", "sendTask", "receiveTask", "scriptTask"];
export const ACTIVITIES = [...TASKS, "businessRuleTask", "subProcess", "callActivity", "transaction"];
export const GATEWAYS = ["exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway"];
export const NODES = [...EVENTS, ...ACTIVITIES, ...GATEWAYS];

/** A mutation of every element of some kinds, that says which fit. */
export function each(
  title: string,
  code: string,
  names: readonly string[],
  fits: (node: XmlNode, root: XmlNode) => boolean,
  spoil: (node: XmlNode, root: XmlNode) => string | void,
): Mutation {
  return {
    title,
    code,
    places: (root) =>
      all(root, ...names)
        .filter((node) => isExecuted(node) && fits(node, root))
        .map((node) => () => spoil(node, root) ?? idOf(node)),
  };
}

/** What is only drawn is not checked by the rules of execution. */
function isExecuted(node: XmlNode): boolean {
  let around: XmlNode | undefined = node;
  while (around !== undefined && !isNamed(around, "process")) around = around.parent;
  return around?.attributes["isExecutable"] !== "false";
}

export const any = (): boolean => true;

export function flowsFrom(root: XmlNode, node: XmlNode): XmlNode[] {
  return all(root, "sequenceFlow").filter(({ attributes }) => attributes["sourceRef"] === idOf(node));
}

export function flowsTo(root: XmlNode, node: XmlNode): XmlNode[] {
  return all(root, "sequenceFlow").filter(({ attributes }) => attributes["targetRef"] === idOf(node));
}

export function byId(root: XmlNode, id: string | undefined): XmlNode | undefined {
  return id === undefined ? undefined : all(root, ...NODES).find((node) => idOf(node) === id);
}

export function definitionsIn(node: XmlNode): XmlNode[] {
  return node.children
    .filter((child) => typeof child !== "string")
    .filter(({ tag }) => /[eE]ventDefinition(Ref)?$/.test(tag));
}

export function has(node: XmlNode, name: string): boolean {
  return all(node, name).length > 0;
}
