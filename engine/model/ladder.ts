import type { Title } from "./title.ts";

/** What happens when a share of a budget is used up (kind `ladder`; S0-140, standards.md §3). */
export type RungAction = "remind" | "urge" | "yellowCard" | "redCard" | "escalate" | "supervise";

export interface Rung {
  readonly id: string;
  /** Per cent of the budget: 80, 100, 150. */
  readonly percent: number;
  readonly action: RungAction;
  /** FEEL: the candidate groups to tell, e.g. `[owner.lead + "/handler"]`. */
  readonly notify?: string;
}

/**
 * A rung `escalate` raises the BPMN escalation whose code is `escalationCode` from the activity the ladder
 * hangs on; a boundary escalation event on it catches it. The other actions are recorded and told.
 */
export interface Ladder {
  readonly key: string;
  readonly title: Title;
  readonly escalationCode: string;
  readonly rungs: readonly Rung[];
}
