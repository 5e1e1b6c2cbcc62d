import type { Json, JsonObject } from "./json.ts";
import type { CopyState, ExtensionRequest, Step, TaskMarks } from "./office.ts";
import type { Instant, Limit } from "./time.ts";

/**
 * The whole of a running instance as plain JSON (engine.md §2.13). Written by `evolve` only. Collections are records
 * by id so that structure can be shared between steps (decided.md 19); what is empty, ended or derivable is left out,
 * because the state is read and written with every command. Read it through `engine/execute/read-state.ts`.
 */
export interface InstanceState {
  readonly format: 1;
  readonly status: "running" | "completed" | "cancelled";
  /** Calls are nested scopes of the same instance, so errors and cancellation cross them in one step. */
  readonly processKey: string;
  readonly startedAt: Instant;
  readonly suspendedAt?: Instant;
  /** Last id given out; ids are `<letter><n>`. The root scope is always `s1`. */
  readonly counter: number;
  /** Number of events so far; event `seq` continues from here. */
  readonly seq: number;
  readonly scopes: Readonly<Record<string, StoredScope>>;
  readonly tokens?: Readonly<Record<string, StoredToken>>;
  readonly tasks?: Readonly<Record<string, StoredTask>>;
  readonly jobs?: Readonly<Record<string, Omit<JobState, "id">>>;
  readonly timers?: Readonly<Record<string, Omit<TimerState, "id">>>;
  readonly subscriptions?: Readonly<Record<string, Omit<SubscriptionState, "id">>>;
  readonly signals?: Readonly<Record<string, Omit<SignalState, "id">>>;
  readonly compensations?: Readonly<Record<string, Omit<CompensationState, "id">>>;
  readonly conditions?: Readonly<Record<string, Omit<ConditionState, "id">>>;
  readonly gatherings?: Readonly<Record<string, Omit<GatheringState, "id">>>;
  /** What instances of multi-instance activities have given so far, by `<scope>.<place>`. */
  readonly outputs?: Readonly<Record<string, Json>>;
  readonly budgets?: Readonly<Record<string, Omit<BudgetState, "id">>>;
  readonly incidents?: Readonly<Record<string, Omit<IncidentState, "id">>>;
  readonly supervisions?: Readonly<Record<string, Omit<SupervisionState, "id">>>;
  readonly copies?: Readonly<Record<string, Omit<CopyState, "id">>>;
  readonly requests?: Readonly<Record<string, Omit<ExtensionRequest, "id">>>;
  /** Who acted in the elements that a `gl:excludeActorOf` names, by `<process>/<element>`. */
  readonly actors?: Readonly<Record<string, readonly string[]>>;
  readonly caseState?: string;
}

export interface Scope {
  readonly id: string;
  /** The embedded sub-process that this scope runs, or the process key when it runs a whole process. */
  readonly elementId: string;
  readonly processKey: string;
  readonly parent?: string;
  /** Token in the parent scope that waits for this one. */
  readonly hostToken?: string;
  readonly variables: JsonObject;
  /** The instances of an activity that repeats stand in it; the element is that activity. */
  readonly loop?: LoopState;
  /** An ad-hoc sub-process is over when what still runs in it is done. */
  readonly isEnding?: true;
  /** The last completion of each task by a person that can still be withdrawn, by element. */
  readonly steps?: Readonly<Record<string, Step>>;
}

export interface LoopState {
  /** Of a multi-instance activity; a standard loop does not know. */
  readonly total?: number;
  /** Instances started and completed so far. */
  readonly next: number;
  readonly completed: number;
  /** 减签: instances that count as if they had never been. */
  readonly removed?: number;
  /** Items of those that come one after another. */
  readonly items?: readonly Json[];
  /** Name of the output collection. */
  readonly collects?: string;
}

/** `processKey` is left out when it is the instance's, `elementId` when the scope runs a whole process. */
export type StoredScope = Omit<Scope, "id" | "elementId" | "processKey"> & {
  readonly elementId?: string;
  readonly processKey?: string;
};

export interface Token {
  readonly id: string;
  readonly elementId: string;
  readonly scopeId: string;
  readonly since: Instant;
  readonly incidentId?: string;
  /** Variables local to the activity: input mappings. */
  readonly locals?: JsonObject;
  /** Activities this token came through, `<element>@<token>`, each element once: for 退回. */
  readonly cameFrom?: readonly string[];
  /** Set while it waits at a parallel join: the flow it came by (engine.md §2.1). */
  readonly arrivedBy?: string;
  /** It undoes work: the token that has thrown the compensation. */
  readonly compensates?: string;
  /** The work is done; what it brought waits here for the signers added behind it (后加签). */
  readonly held?: Outcome;
  /** A complex gateway waits for reset: the flows that gave a token in its first phase (BPMN 2.0 §13.4.5). */
  readonly resets?: readonly string[];
}

/** `scopeId` is left out for tokens of the root scope. */
export type StoredToken = Omit<Token, "id" | "scopeId"> & { readonly scopeId?: string };

export interface TaskState extends TaskMarks {
  readonly id: string;
  readonly tokenId: string;
  readonly elementId: string;
  readonly assignee?: string;
  readonly candidateGroups?: readonly string[];
  readonly candidateUsers?: readonly string[];
  readonly excludedActors?: readonly string[];
  readonly dueAt?: Instant;
  readonly followUpAt?: Instant;
  /** Absent: 50. */
  readonly priority?: number;
}

/** `elementId` is its token's. */
export type StoredTask = Omit<TaskState, "id" | "elementId">;

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
  /** ISO duration of a repeating timer and how often it still fires after this time; absent: for ever. */
  readonly every?: string;
  readonly remainingRepeats?: number;
  /** Which part of a multiple event waits. */
  readonly part?: number;
}

export interface SubscriptionState {
  readonly id: string;
  readonly elementId: string;
  readonly scopeId: string;
  /** Absent: an event sub-process of the scope waits. */
  readonly tokenId?: string;
  readonly messageName: string;
  readonly correlationKey: string;
  /** Last message that a non-interrupting catcher took: the same id again is refused. */
  readonly lastMessageId?: string;
  /** Which part of a multiple event waits. */
  readonly part?: number;
}

/** Completed work that could be undone: by a handler, or by what was kept of the inner scope of a sub-process. */
export interface CompensationState {
  readonly id: string;
  readonly elementId: string;
  readonly scopeId: string;
  readonly handlerId?: string;
  readonly inner?: string;
  /** What was seen when it completed; of a sub-process its own variables. */
  readonly variables: JsonObject;
  /** Token that has thrown its compensation. */
  readonly claimedBy?: string;
}

/** Whoever waits for a signal: a token, or without one an event sub-process of the scope. */
export interface SignalState {
  readonly id: string;
  readonly elementId: string;
  readonly scopeId: string;
  readonly tokenId?: string;
  readonly signalName: string;
  /** Last signal that a non-interrupting catcher took: the same id again is refused. */
  readonly lastSignalId?: string;
  /** Which part of a multiple event waits. */
  readonly part?: number;
}

/** Whoever waits for a condition to become true. */
export interface ConditionState {
  readonly id: string;
  readonly elementId: string;
  readonly scopeId: string;
  readonly tokenId?: string;
  /** An activity waits for its data, not an event for its condition. */
  readonly isForData?: true;
  /** It is true: it has to become false before it is caught again. */
  readonly isMet?: true;
  /** Which part of a multiple event waits. */
  readonly part?: number;
}

/** What has happened so far of a parallel multiple event, which waits for the rest. */
export interface GatheringState {
  readonly id: string;
  readonly elementId: string;
  readonly scopeId: string;
  readonly tokenId?: string;
  readonly caught: readonly { readonly part: number; readonly variables: JsonObject }[];
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
  /** Absent in states of before it was kept. */
  readonly since?: Instant;
  /** What is tried again when it is resolved: the whole activation, its work only, the completion, or the way on. */
  readonly retry: "activate" | "open" | "leave" | "flows";
  /** Flow the token came by, when its activation is tried again. */
  readonly flowId?: string;
  /** What the activity had brought, when its completion is tried again. */
  readonly outcome?: Outcome;
}

/** What an activity brings when it completes. */
export interface Outcome {
  /** Names that its output mappings can read besides the variables. */
  readonly visible?: JsonObject;
  /** Variables that go up when there is no output mapping. */
  readonly rising?: JsonObject;
  /** Variables that go up in any case (`gl:slot`). */
  readonly returned?: JsonObject;
  /** Person who completed the task. */
  readonly by?: string;
}

export interface SupervisionState {
  readonly id: string;
  readonly requirement: string;
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly dueAt?: Instant;
  /** 批示: the unit that a leader's instruction is addressed to, and its groups; absent for 督办. */
  readonly unit?: string;
  readonly notify?: readonly string[];
}

/** Why a token waits, since when and until when (engine.md §2.11). */
export interface WaitReason {
  readonly elementId: string;
  readonly tokenId: string;
  readonly kind:
    "task" | "job" | "timer" | "message" | "signal" | "condition" | "join" | "scope" | "incident" | "event";
  readonly zh: string;
  readonly en: string;
  readonly since: Instant;
  readonly until?: Instant;
  readonly detail: Readonly<Record<string, Json>>;
}
