/**
 * A timer has exactly one of date, duration and cycle, well written (BPMN 2.0 §10.5.5, table 10.101). A cycle may stand at
 * every timer: what interrupts or goes on takes its first time.
 */
import { addDuration, instantFrom, parseCycle } from "../../calendar/index.ts";
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, isA, isFeel, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const PARTS = ["timeDate", "timeDuration", "timeCycle"] as const;

export const timerDefinition: Rule = (element) =>
  definitionsOf(element)
    .filter((definition) => isA(definition, "bpmn:TimerEventDefinition"))
    .flatMap((definition) => check(element, definition));

function check(event: Element, definition: Element): ReturnType<Rule> {
  const given = PARTS.filter((part) => childOf(definition, part) !== undefined);
  const [part] = given;
  const text = part === undefined ? "" : (textOf(childOf(definition, part), "body") ?? "").trim();
  if (part === undefined || given.length > 1 || text === "") return [notOne(event)];
  if (isFeel(text) || isWellWritten(part, text)) return FINE;
  return [problemAt(event, "BPMN_TIMER_INVALID", `的时间“${text}”无效`, `has the time "${text}", which is not valid`)];
}

const notOne = (event: Element): ReturnType<typeof problemAt> =>
  problemAt(
    event,
    "BPMN_TIMER_NOT_ONE",
    "应恰好有日期、时长、循环三者之一",
    "must have exactly one of date, duration and cycle",
  );

const ANY_TIME = "2026-01-01T00:00:00.000Z";

function isWellWritten(part: (typeof PARTS)[number], text: string): boolean {
  if (part === "timeDate") return instantFrom(text, "UTC").ok;
  if (part === "timeDuration") return addDuration(ANY_TIME, text, "UTC").ok;
  const cycle = parseCycle(text);
  return cycle.ok && addDuration(ANY_TIME, cycle.value.duration, "UTC").ok;
}
