import type { FieldRight } from "./effect.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Instant, Limit } from "./time.ts";

/**
 * The whole of a running instance as plain JSON (engine.md §2.13). Written by `evolve` only. Collections are
 * records by id so that structure can be shared between steps (decided.md 19). Ended things leave the state:
 * it must not grow with the length of history.
 */
export interface InstanceState {
  readonly format: 1;
  readonly status: "running" | "completed" | "cancelled";
  /** Calls are nested scopes of the same instance, so errors and cancellation cross them in one step. */
  readonly processKey: string;
  readonly startedAt: Instant;
  readonly suspendedAt?: Instant;
  /** Last id given out; ids are `<letter><n>`. */
  readonly counter: number;
  /** Number of events so far; event `seq` continues from here. */
  readonly seq: number;
  readonly scopes: Readonly<Record<string, Scope>>;
  readonly tokens: Readonly<Record<string, Token>>;
  readonly tasks: Readonly<Record<string, TaskState>>;
  readonly jobs: Readonly<Record<string, JobState>>;
  readonly timers: Readonly<Record<string, TimerState>>;
  readonly subscriptions: Readonly<Record<string, SubscriptionState>>;
  readonly budgets: Readonly<Record<string, BudgetState>>;
  readonly incidents: Readonly<Record<string, IncidentState>>;
  readonly supervisions: Readonly<Record<string, SupervisionState>>;
  /** Who last completed which element: for `gl:excludeActorOf`. One entry an element, never more. */
  readonly completedBy: Readonly<Record<string, string>>;
  readonly caseState?: string;
}

export interface Scope {
  readonly id: string;
  /** The process, sub-process or call activity that this scope runs. */
  readonly elementId: string;
  readonly processKey: string;
  readonly parent?: string;
  /** Token in the parent scope that waits for this one. */
  readonly hostToken?: string;
  readonly variables: JsonObject;
  /** Parallel joins: gateway id → incoming flow id → tokens that wait there (engine.md §2.1). */
  readonly arrivals: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Instant each arrival set began to wait, for the wait reason. */
  readonly waitingSince: Readonly<Record<string, Instant>>;
}

export interface Token {
  readonly id: string;
  readonly elementId: string;
  readonly scopeId: string;
  readonly since: Instant;
  readonly incidentId?: string;
  /** Variables local to the activity: input mappings. */
  readonly locals?: JsonObject;
  /** Human task this token came from, for 退回. */
  readonly cameFrom?: readonly string[];
}

export interface TaskState {
  readonly id: string;
  readonly tokenId: string;
  readonly elementId: string;
  readonly assignee?: string;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly excludedActors: readonly string[];
  readonly dueAt?: Instant;
  readonly limit?: Limit;
  readonly followUpAt?: Instant;
  readonly priority: number;
  readonly fieldRights: readonly FieldRight[];
}

export interface JobState {
  readonly id: string;
  readonly tokenId: string;
  readonly retries: number;
}

export interface TimerState {
  readonly id: string;
  readonly kind: "timer" | "rung" | "supervision";
  readonly elementId: string;
  readonly scopeId: string;
  readonly dueAt: Instant;
  /** Token that waits for it, or that carries the boundary event, ladder or supervision. */
  readonly tokenId?: string;
  readonly rungId?: string;
  readonly supervisionId?: string;
  /** Budget that the due time follows; absent for plain timers. */
  readonly budgetId?: string;
  readonly remainingRepeats?: number;
}

export interface SubscriptionState {
  readonly id: string;
  readonly elementId: string;
  readonly scopeId: string;
  readonly tokenId: string;
  readonly messageName: string;
  readonly correlationKey: string;
}

/** A deadline is a budget plus the spans in which it ran: suspending and extending lose nothing (engine.md §4). */
export interface BudgetState {
  readonly id: string;
  readonly tokenId: string;
  readonly elementId: string;
  readonly limit: Limit;
  readonly ladderKey?: string;
  /** Closed spans, ascending; the open one starts at `runningSince`. */
  readonly spans: readonly (readonly [Instant, Instant])[];
  readonly runningSince?: Instant;
  readonly dueAt: Instant;
}

export interface IncidentState {
  readonly id: string;
  readonly tokenId: string;
  readonly elementId: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export interface SupervisionState {
  readonly id: string;
  readonly requirement: string;
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly dueAt?: Instant;
}

/** Why a token waits, since when and until when (engine.md §2.11). */
export interface WaitReason {
  readonly elementId: string;
  readonly tokenId: string;
  readonly kind: "task" | "job" | "timer" | "message" | "join" | "scope" | "incident" | "event";
  readonly zh: string;
  readonly en: string;
  readonly since: Instant;
  readonly until?: Instant;
  readonly detail: Readonly<Record<string, Json>>;
}
