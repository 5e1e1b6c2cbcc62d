/** One event definition an event, of a kind that the engine executes at that place (BPMN 2.0 table 10.93). */
import { definitionsOf } from "../build/event-definition.ts";
import { isEventSubProcess } from "../build/flow-node.ts";
import { isA } from "../element.ts";
import type { Element } from "../element.ts";
import { notSupported, problemAt } from "../problems.ts";
import { typeName } from "../type-names.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** "" is none. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "bpmn:StartEvent": ["", "Message"],
  "bpmn:EndEvent": ["", "Terminate", "Error", "Escalation", "Message", "Signal", "Compensate", "Cancel"],
  "bpmn:IntermediateThrowEvent": ["", "Message", "Escalation", "Link", "Signal", "Compensate"],
  "bpmn:IntermediateCatchEvent": ["Timer", "Message", "Link", "Signal", "Conditional"],
  "bpmn:BoundaryEvent": ["Timer", "Message", "Error", "Escalation", "Signal", "Conditional", "Compensate", "Cancel"],
};

/** What BPMN itself allows there; the rest is not "not yet" but wrong. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  "bpmn:StartEvent": ["Timer", "Signal", "Conditional", "Error", "Escalation", "Compensate"],
};

export const eventKinds: Rule = (element) => {
  const allowed = isOfEventSubProcess(element) ? OF_EVENT_SUB_PROCESS : ALLOWED[element.$type];
  if (allowed === undefined) return FINE;
  const definitions = definitionsOf(element);
  if (definitions.length > 1) return [notSupported(element, { zh: "多重事件", en: "several event definitions" })];
  const [definition] = definitions;
  const kind = definition === undefined ? "" : /^bpmn:(.*)EventDefinition$/.exec(definition.$type)?.[1];
  if (kind === undefined || !allowed.includes(kind)) return [refusal(element, definition, kind ?? "")];
  return FINE;
};

/** BPMN 2.0 table 10.93, the columns of event sub-processes. */
const OF_EVENT_SUB_PROCESS = ["", "Message", "Timer", "Error", "Escalation", "Signal", "Conditional", "Compensate"];

function isOfEventSubProcess(element: Element): boolean {
  const { $parent } = element;
  return isA(element, "bpmn:StartEvent") && $parent !== undefined && isEventSubProcess($parent);
}

function refusal(element: Element, definition: Element | undefined, kind: string): ReturnType<typeof problemAt> {
  if (definition === undefined) {
    return problemAt(element, "BPMN_EVENT_WITHOUT_TRIGGER", "没有事件定义", "has no event definition to wait for");
  }
  const type = typeName(definition);
  if (LATER[element.$type]?.includes(kind)) {
    return notSupported(element, { zh: type.zh, en: `a ${type.en}` });
  }
  return problemAt(element, "BPMN_EVENT_MISPLACED", `不能带有${type.zh}`, `cannot have a ${type.en}`);
}
