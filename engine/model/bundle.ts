import type { Decision } from "./decision.ts";
import type { Json } from "./json.ts";
import type { Ladder } from "./ladder.ts";
import type { ProcessDefinition } from "./process.ts";
import type { Calendar, Day } from "./time.ts";

/** Dated values of one parameter, ascending by `from` (decided.md 15). */
export interface ParameterSeries {
  readonly values: readonly { readonly from: Day; readonly value: Json }[];
  /** `live`: read at the time of the command; otherwise at the instance's start date. */
  readonly live?: boolean;
}

/**
 * Everything an instance runs with, immutable and pinned by hash (definitions.md §4). Called processes and
 * slots are already resolved: `processes` holds the closure of what `root` can reach.
 */
export interface Bundle {
  readonly hash: string;
  readonly root: string;
  readonly processes: Readonly<Record<string, ProcessDefinition>>;
  readonly decisions: Readonly<Record<string, Decision>>;
  readonly calendars: Readonly<Record<string, Calendar>>;
  /** Key of the calendar that deadlines run on. */
  readonly calendar: string;
  readonly ladders: Readonly<Record<string, Ladder>>;
  readonly parameters: Readonly<Record<string, ParameterSeries>>;
  /** Form key → version pinned by this bundle; the engine only passes it on with a task. */
  readonly forms: Readonly<Record<string, number>>;
}
