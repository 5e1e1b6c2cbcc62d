/** What moves where when a running instance goes over to another bundle, and what becomes of each token. */
import type { Bundle } from "../model/bundle.ts";
import type { InstanceState } from "../model/state.ts";

/** Of one process; an element that is not listed stays at the element of the same id. */
export interface ProcessPlan {
  /** Key of the process it becomes. */
  readonly to: string;
  readonly elements: Readonly<Record<string, string>>;
  /** By which flow somebody who waits at a join counts as having come; without it the nearest new one. */
  readonly flows?: Readonly<Record<string, string>>;
  /** `renew` (without it): tasks whose people the new version names differently are offered to the new ones. */
  readonly people?: "keep" | "renew";
}

export interface MigrationPlan {
  /** Hashes of the two bundles. */
  readonly from: string;
  readonly to: string;
  /** By the key of the old process; one that is not listed becomes the process of the same key. */
  readonly processes: Readonly<Record<string, ProcessPlan>>;
}

/**
 * `keeps`: goes on where it is, with all that it waits for. `restarts`: its work ends, the other element begins.
 * `dropped`: had arrived at a join by a branch that is no more. `blocked`: the whole instance stays.
 */
export type Fate = "keeps" | "restarts" | "dropped" | "blocked";

export interface Verdict {
  readonly tokenId: string;
  readonly elementId: string;
  readonly toElementId?: string;
  readonly fate: Fate;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** The two bundles, the plan between them and the instance. */
export interface Migration {
  readonly from: Bundle;
  readonly to: Bundle;
  readonly plan: MigrationPlan;
  readonly state: InstanceState;
}
