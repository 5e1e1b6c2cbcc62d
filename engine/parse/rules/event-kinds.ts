/** Event definitions stand where BPMN has them (BPMN 2.0 table 10.93): one of a kind, or several as a multiple event. */
import { definitionsOf } from "../build/event-definition.ts";
import { isEventSubProcess } from "../build/flow-node.ts";
import { flagOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { typeName } from "../type-names.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

interface Kinds {
  /** Alone; "" is none. */
  readonly alone: readonly string[];
  /** As one of several. A link is a way on, not an event; compensation and cancel are caught by one event each. */
  readonly together: readonly string[];
}

const CAUGHT = ["Message", "Timer", "Signal", "Conditional"];
const CAUGHT_BESIDE = [...CAUGHT, "Error", "Escalation"];
const THROWN = ["Message", "Escalation", "Signal", "Compensate"];
const ENDING = ["Compensate", "Error", "Terminate", "Cancel"];

const PLACES: Readonly<Record<string, Kinds>> = {
  "bpmn:StartEvent": { alone: ["", ...CAUGHT], together: CAUGHT },
  "bpmn:EndEvent": {
    alone: ["", ...THROWN, "Terminate", "Error", "Cancel"],
    together: [...THROWN, "Terminate", "Error", "Cancel"],
  },
  "bpmn:IntermediateThrowEvent": { alone: ["", ...THROWN, "Link"], together: THROWN },
  "bpmn:IntermediateCatchEvent": { alone: [...CAUGHT, "Link"], together: CAUGHT },
  "bpmn:BoundaryEvent": { alone: [...CAUGHT_BESIDE, "Compensate", "Cancel"], together: CAUGHT_BESIDE },
};

/** The columns of event sub-processes. */
const OF_EVENT_SUB_PROCESS: Kinds = { alone: ["", ...CAUGHT_BESIDE, "Compensate"], together: CAUGHT_BESIDE };

export const eventKinds: Rule = (element) => {
  const kinds = isOfEventSubProcess(element) ? OF_EVENT_SUB_PROCESS : PLACES[element.$type];
  if (kinds === undefined) return FINE;
  const definitions = definitionsOf(element);
  if (definitions.length > 1) return checkSeveral(element, definitions, kinds.together);
  const [definition] = definitions;
  const kind = definition === undefined ? "" : kindOf(definition);
  return kinds.alone.includes(kind) ? FINE : [misplaced(element, definition)];
};

const kindOf = (definition: Element): string => /^bpmn:(.*)EventDefinition$/.exec(definition.$type)?.[1] ?? "?";

function isOfEventSubProcess(element: Element): boolean {
  const { $parent } = element;
  return isA(element, "bpmn:StartEvent") && $parent !== undefined && isEventSubProcess($parent);
}

function checkSeveral(
  element: Element,
  definitions: readonly Element[],
  together: readonly string[],
): ReturnType<Rule> {
  const wrong = definitions.find((definition) => !together.includes(kindOf(definition)));
  if (wrong !== undefined) return [misplaced(element, wrong)];
  const isAll = flagOf(element, "parallelMultiple") === true;
  const unawaited = isAll ? definitions.find((definition) => !CAUGHT.includes(kindOf(definition))) : undefined;
  if (unawaited !== undefined) return [cannotGather(element, unawaited)];
  const [, second] = definitions.filter((definition) => ENDING.includes(kindOf(definition)));
  return second === undefined ? FINE : [endsTwice(element, second)];
}

function misplaced(element: Element, definition: Element | undefined): ReturnType<typeof problemAt> {
  if (definition === undefined)
    return problemAt(element, "BPMN_EVENT_WITHOUT_TRIGGER", "没有事件定义", "has no event definition to wait for");
  const type = typeName(definition);
  return problemAt(element, "BPMN_EVENT_MISPLACED", `不能带有${type.zh}`, `cannot have a ${type.en}`);
}

/** It leaves the activity at once: there is nothing left to wait for the others. */
function cannotGather(element: Element, definition: Element): ReturnType<typeof problemAt> {
  const type = typeName(definition);
  return problemAt(
    element,
    "BPMN_EVENT_MISPLACED",
    `要等全部事件发生，不能带有${type.zh}`,
    `waits for all of its events and cannot have a ${type.en}`,
  );
}

function endsTwice(element: Element, definition: Element): ReturnType<typeof problemAt> {
  const type = typeName(definition);
  return problemAt(
    element,
    "BPMN_EVENT_MISPLACED",
    `已有一个结束方式，不能再带有${type.zh}`,
    `ends in one way already and cannot also have a ${type.en}`,
  );
}
