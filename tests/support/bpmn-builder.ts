/** Small pieces of BPMN for tests: what stands in a test is what matters to it, the rest of the document is here. */
import type { Bundle } from "../../engine/index.ts";
import { parseBpmn } from "../../engine/index.ts";

/** A document around rootElements and processes. */
export function documentOf(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:gl="urn:gridloom:bpmn:1" xmlns:other="urn:other"
 id="definitions" targetNamespace="urn:test">${content}</bpmn:definitions>`;
}

export function processOf(id: string, ...content: readonly string[]): string {
  return `<bpmn:process id="${id}" isExecutable="true">${content.join("")}</bpmn:process>`;
}

/** Any element: `node("userTask", "sign", { name: "签收" }, extensions(…))`. */
export function node(
  type: string,
  id: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly string[]
): string {
  const all = Object.entries({ id, ...attributes }).map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<bpmn:${type}${all.join("")}>${content.join("")}</bpmn:${type}>`;
}

export const start = (id = "start", ...content: readonly string[]): string => node("startEvent", id, {}, ...content);
export const end = (id = "end", ...content: readonly string[]): string => node("endEvent", id, {}, ...content);

export function extensions(...content: readonly string[]): string {
  return `<bpmn:extensionElements>${content.join("")}</bpmn:extensionElements>`;
}

/** A user task that anybody of the group `team` may do. */
export function userTask(id: string, attributes: Readonly<Record<string, string>> = {}, ...inner: string[]): string {
  const people = `<zeebe:assignmentDefinition candidateGroups="team" />`;
  return node("userTask", id, attributes, extensions(people, ...inner));
}

export function serviceTask(id: string, type = id, ...inner: readonly string[]): string {
  return node("serviceTask", id, {}, extensions(`<zeebe:taskDefinition type="${type}" />`, ...inner));
}

/** `flows("start > a > b", "a > c")`: sequence flows, ids like `start_a`. */
export function flows(...chains: readonly string[]): string {
  return chains
    .map((chain) => chain.split(">").map((part) => part.trim()))
    .flatMap((ids) => ids.slice(1).map((target, at) => flow(ids[at] ?? "", target)))
    .join("");
}

export function flow(source: string, target: string, condition?: string): string {
  const body =
    condition === undefined
      ? ""
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escape(condition)}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${body}</bpmn:sequenceFlow>`;
}

/** `mappings({ inputs: { target: source }, outputs: … })`. */
export function mappings(io: {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
}): string {
  const lines = (tag: string, pairs: Readonly<Record<string, string>> = {}): string =>
    Object.entries(pairs)
      .map(([target, source]) => `<zeebe:${tag} source="${escape(source)}" target="${target}" />`)
      .join("");
  return `<zeebe:ioMapping>${lines("input", io.inputs)}${lines("output", io.outputs)}</zeebe:ioMapping>`;
}

export function timer(kind: "timeDate" | "timeDuration" | "timeCycle", body: string): string {
  return `<bpmn:timerEventDefinition><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${escape(body)}</bpmn:${kind}></bpmn:timerEventDefinition>`;
}

/** Root element of a message with a correlation key. */
export function message(id: string, name: string, key?: string): string {
  const subscription = key === undefined ? "" : extensions(`<zeebe:subscription correlationKey="${escape(key)}" />`);
  return `<bpmn:message id="${id}" name="${name}">${subscription}</bpmn:message>`;
}

export const messageEvent = (ref: string): string => `<bpmn:messageEventDefinition messageRef="${ref}" />`;
export const errorEvent = (ref?: string): string =>
  `<bpmn:errorEventDefinition${ref === undefined ? "" : ` errorRef="${ref}"`} />`;
export const escalationEvent = (ref?: string): string =>
  `<bpmn:escalationEventDefinition${ref === undefined ? "" : ` escalationRef="${ref}"`} />`;

/** Loop characteristics of a multi-instance: attributes of zeebe's element, BPMN's own content, BPMN's attributes. */
export function multiInstance(
  zeebe: Readonly<Record<string, string>>,
  content: { readonly cardinality?: string; readonly completion?: string } = {},
  attributes = "",
): string {
  const attrs = Object.entries(zeebe).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const inner = attrs.length === 0 ? "" : extensions(`<zeebe:loopCharacteristics${attrs.join("")} />`);
  const body = (tag: string, text?: string): string =>
    text === undefined ? "" : `<bpmn:${tag} xsi:type="bpmn:tFormalExpression">${escape(text)}</bpmn:${tag}>`;
  const parts = [body("loopCardinality", content.cardinality), body("completionCondition", content.completion)];
  return `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inner}${parts.join("")}</bpmn:multiInstanceLoopCharacteristics>`;
}

/** A standard loop; `attributes` such as `testBefore="true" loopMaximum="3"`. */
export const standardLoop = (condition?: string, attributes = ""): string =>
  condition === undefined
    ? `<bpmn:standardLoopCharacteristics ${attributes} />`
    : `<bpmn:standardLoopCharacteristics ${attributes}><bpmn:loopCondition xsi:type="bpmn:tFormalExpression">${escape(condition)}</bpmn:loopCondition></bpmn:standardLoopCharacteristics>`;

/** `compensated("a", "undoA")`: a compensation event on an activity and the association to its handler. */
export function compensated(host: string, handler: string): string {
  const event = node("boundaryEvent", `${host}Done`, { attachedToRef: host }, "<bpmn:compensateEventDefinition />");
  return `${event}<bpmn:association id="${host}Undo" sourceRef="${host}Done" targetRef="${handler}" />`;
}

export const compensateEvent = (activity?: string, attributes = ""): string =>
  `<bpmn:compensateEventDefinition ${activity === undefined ? "" : `activityRef="${activity}"`} ${attributes} />`;

/** Root element of a signal. */
export const signal = (id: string, name = id): string => `<bpmn:signal id="${id}" name="${escape(name)}" />`;
export const signalEvent = (ref: string): string => `<bpmn:signalEventDefinition signalRef="${ref}" />`;
export const conditionalEvent = (condition: string): string =>
  `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${escape(condition)}</bpmn:condition></bpmn:conditionalEventDefinition>`;

/** An event sub-process `id` that begins at `<id>Start`; `content` goes on from there. */
export function eventSubProcess(id: string, definition: string, isInterrupting: boolean, ...content: string[]): string {
  const begin = node("startEvent", `${id}Start`, isInterrupting ? {} : { isInterrupting: "false" }, definition);
  return node("subProcess", id, { triggeredByEvent: "true" }, begin, ...content);
}

export function boundary(id: string, host: string, definition: string, isInterrupting = true): string {
  const attributes = { attachedToRef: host, ...(isInterrupting ? {} : { cancelActivity: "false" }) };
  return node("boundaryEvent", id, attributes, definition);
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

/** Office hours 09:00–12:00 and 14:00–18:00, Monday to Friday, one holiday in the first week of October 2026. */
const CALENDAR = {
  key: "office",
  timeZone: "Asia/Shanghai",
  workWeekdays: [1, 2, 3, 4, 5],
  officeHours: [
    ["09:00", "12:00"],
    ["14:00", "18:00"],
  ],
  days: { "2026-10-01": { kind: "holiday", name: "国庆节" } },
  years: [2026],
} as const;

/** Parses a document and makes a bundle of its processes; the first one is the root. Throws with the problems. */
export async function bundleFrom(xml: string, parts: Partial<Bundle> = {}): Promise<Bundle> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => `${problem.code} ${problem.en}`).join("\n"));
  const { processes } = parsed.value;
  return {
    hash: "test",
    root: processes[0]?.key ?? "",
    processes: Object.fromEntries(processes.map((process) => [process.key, process])),
    decisions: {},
    calendars: { office: CALENDAR },
    calendar: "office",
    ladders: {},
    parameters: {},
    forms: {},
    ...parts,
  };
}
