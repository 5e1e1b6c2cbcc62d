/**
 * How long a case took, as its limit counts (standards.md §3.3): 工作时 and 工作日 run in office hours only, 紧急工作时 and
 * 自然日 day and night; 缓办 takes its time out. So an average is never long because of a weekend.
 */
import { usedBudget } from "../calendar/index.ts";
import type { Calendar, Clock } from "../model/time.ts";
import type { CaseFacts } from "./case-facts.ts";

const HOUR = 3_600_000;

/** Milliseconds: accept from report to filing, handle from filing to the end of the work, close from filing to closing. */
export interface TimeSpent {
  readonly accept: number | null;
  readonly handle: number | null;
  readonly close: number | null;
}

type Pauses = CaseFacts["pauses"];

/** From and to, without the pauses between them. */
function spansBetween(from: number, to: number, pauses: Pauses): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  let start = from;
  for (const [out, back] of pauses) {
    if (out > start) spans.push([start, Math.min(out, to)]);
    start = Math.max(start, back ?? to);
  }
  return [...spans, [start, to] as const].filter(([open, end]) => open < end);
}

/** The hour of the clock that a limit of this kind runs on. */
const hourOf = (clock: Clock): Clock => (clock === "workHour" || clock === "workDay" ? "workHour" : "urgentHour");

/** In: the facts, the clock of a case whose limit has not begun, the calendar of its street. Null where it has no end yet. */
export function timeSpent(facts: CaseFacts, otherwise: Clock, calendar: Calendar): TimeSpent {
  const clock = hourOf(facts.clock ?? otherwise);
  const between = (from: number | null, to: number | null): number | null => {
    if (from === null || to === null) return null;
    const spans = spansBetween(from, to, facts.pauses);
    const instants = spans.map(([open, end]) => [new Date(open).toISOString(), new Date(end).toISOString()] as const);
    return Math.round(usedBudget(calendar, instants, clock) * HOUR);
  };
  return {
    accept: between(facts.openedAt, facts.filedAt),
    handle: facts.disposed ? between(facts.filedAt, facts.handledAt) : null,
    close: between(facts.filedAt, facts.closedAt),
  };
}
