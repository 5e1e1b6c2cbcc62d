import type { Actor } from "./actor.ts";
import type { Json, JsonObject } from "./json.ts";
import type { RungAction } from "./ladder.ts";
import type { MigrationEventBody } from "./migration-event.ts";
import type { OfficeEventBody } from "./office-event.ts";
import type {
  BudgetState,
  CompensationState,
  ConditionState,
  GatheringState,
  IncidentState,
  JobState,
  Scope,
  SignalState,
  SubscriptionState,
  SupervisionState,
  TaskState,
  TimerState,
  Token,
} from "./state.ts";
import type { Instant, Limit } from "./time.ts";

/**
 * What happened, in the past tense: the audit trail that officials read, and the only input of `evolve`.
 * Replaying all events of an instance gives its state (engine.md §6).
 */
export type Event = EventHead & EventBody;

export interface EventHead {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
}

export type EventBody =
  | { readonly type: "processStarted"; readonly processKey: string; readonly scope: Scope }
  | { readonly type: "scopeEntered"; readonly scope: Scope }
  | { readonly type: "scopeLeft"; readonly scopeId: string; readonly elementId: string; readonly terminated: boolean }
  /** An instance of an activity that repeats was started or completed. */
  | {
      readonly type: "loopAdvanced";
      readonly scopeId: string;
      readonly elementId: string;
      readonly next: number;
      readonly completed: number;
      readonly output?: { readonly at: number; readonly value: Json };
    }
  | { readonly type: "tokenEntered"; readonly token: Token }
  | { readonly type: "flowTaken"; readonly flowId: string; readonly scopeId: string }
  | {
      readonly type: "tokenArrivedAtJoin";
      readonly tokenId: string;
      readonly elementId: string;
      readonly scopeId: string;
      readonly flowId: string;
    }
  | {
      readonly type: "joinFired";
      readonly elementId: string;
      readonly scopeId: string;
      readonly flowIds: readonly string[];
      /** One token of each flow, consumed. */
      readonly tokenIds: readonly string[];
    }
  | {
      readonly type: "tokenCompleted";
      readonly tokenId: string;
      readonly elementId: string;
      readonly scopeId: string;
      /** Person who completed its task: he may withdraw it until somebody acts behind it. */
      readonly by?: string;
    }
  /** Who acted where, because a later task excludes them: all that is remembered for this element. */
  | {
      readonly type: "actorsRemembered";
      readonly processKey: string;
      readonly elementId: string;
      readonly actors: readonly string[];
    }
  | { readonly type: "tokenTerminated"; readonly tokenId: string; readonly elementId: string; readonly scopeId: string }
  | {
      readonly type: "variablesSet";
      readonly scopeId: string;
      readonly variables: JsonObject;
      /** Given when a person set them. */
      readonly reason?: string;
    }
  | { readonly type: "localsSet"; readonly tokenId: string; readonly variables: JsonObject }
  | { readonly type: "taskCreated"; readonly task: TaskState }
  | {
      readonly type: "taskChanged";
      readonly task: TaskState;
      readonly change: TaskChange;
      readonly reason?: string;
    }
  | {
      readonly type: "taskClosed";
      readonly taskId: string;
      readonly elementId: string;
      readonly outcome: "completed" | "cancelled" | "sentBack";
      readonly reason?: string;
      /** Of an added signature: the task that it was added to. */
      readonly signingOf?: string;
    }
  | { readonly type: "jobCreated"; readonly job: JobState; readonly elementId: string; readonly jobType: string }
  | { readonly type: "jobChanged"; readonly job: JobState; readonly message: string }
  | { readonly type: "jobClosed"; readonly jobId: string; readonly outcome: "completed" | "cancelled" | "failed" }
  | { readonly type: "timerScheduled"; readonly timer: TimerState }
  | { readonly type: "timerClosed"; readonly timerId: string; readonly outcome: "fired" | "cancelled" }
  | { readonly type: "subscriptionOpened"; readonly subscription: SubscriptionState }
  | {
      readonly type: "subscriptionClosed";
      readonly subscriptionId: string;
      readonly outcome: "correlated" | "cancelled";
      readonly messageId?: string;
    }
  /** A non-interrupting catcher took a message and stays open. */
  | { readonly type: "messageTaken"; readonly subscriptionId: string; readonly messageId: string }
  | {
      readonly type: "messagePublished";
      readonly elementId: string;
      readonly messageName: string;
      readonly correlationKey: string;
    }
  | { readonly type: "signalAwaited"; readonly signal: SignalState }
  /** Caught by whoever goes on waiting (non-interrupting), or for the last time. */
  | {
      readonly type: "signalTaken";
      readonly signalWaitId: string;
      readonly signalId: string;
      readonly isLast: boolean;
    }
  | { readonly type: "signalWaitCancelled"; readonly signalWaitId: string }
  | { readonly type: "signalThrown"; readonly elementId: string; readonly signalName: string }
  | { readonly type: "compensationKept"; readonly compensation: CompensationState }
  | {
      readonly type: "compensationThrown";
      readonly tokenId: string;
      readonly elementId: string;
      readonly compensationIds: readonly string[];
    }
  | { readonly type: "compensationTaken"; readonly compensationId: string; readonly elementId: string }
  | { readonly type: "conditionAwaited"; readonly condition: ConditionState }
  | { readonly type: "conditionChanged"; readonly conditionId: string; readonly isMet: boolean }
  /** An ad-hoc sub-process begins nothing more. */
  | { readonly type: "adHocEnding"; readonly scopeId: string; readonly elementId: string }
  /** A part of a parallel multiple event has happened; with all parts of it a round is taken. */
  | { readonly type: "eventGathered"; readonly gathering: GatheringState }
  | { readonly type: "gatheringClosed"; readonly gatheringId: string; readonly outcome: "complete" | "cancelled" }
  | { readonly type: "conditionClosed"; readonly conditionId: string; readonly outcome: "met" | "cancelled" }
  | {
      readonly type: "decisionEvaluated";
      readonly elementId: string;
      readonly decisionKey: string;
      readonly ruleIds: readonly string[];
      readonly inputs: JsonObject;
      readonly output: Json;
    }
  | { readonly type: "budgetStarted"; readonly budget: BudgetState }
  | {
      readonly type: "budgetChanged";
      readonly budget: BudgetState;
      readonly change: "paused" | "resumed" | "extended" | "migrated";
      readonly by?: Limit;
      readonly reason?: string;
    }
  | { readonly type: "budgetClosed"; readonly budgetId: string; readonly elementId: string; readonly overdue: boolean }
  | {
      readonly type: "rungReached";
      readonly elementId: string;
      readonly rungId: string;
      readonly action: RungAction;
      readonly percent: number;
    }
  | {
      readonly type: "escalationRaised";
      readonly elementId: string;
      readonly escalationCode: string;
      readonly caughtBy?: string;
    }
  | {
      readonly type: "errorThrown";
      readonly elementId: string;
      readonly errorCode: string;
      readonly caughtBy?: string;
      readonly message?: string;
    }
  | { readonly type: "caseStateSet"; readonly caseState: string; readonly elementId: string }
  | { readonly type: "incidentRaised"; readonly incident: IncidentState }
  | { readonly type: "incidentResolved"; readonly incidentId: string }
  | {
      readonly type: "sentBack";
      readonly taskId: string;
      readonly fromElementId: string;
      readonly toElementId: string;
      readonly reason: string;
    }
  | { readonly type: "supervisionOpened"; readonly supervision: SupervisionState }
  | { readonly type: "supervisionOverdue"; readonly supervisionId: string }
  | {
      readonly type: "supervisionClosed";
      readonly supervisionId: string;
      readonly reply: string;
      /** Unit that a 批示 was addressed to. */
      readonly unit?: string;
    }
  | { readonly type: "instanceSuspended"; readonly reason: string }
  | { readonly type: "instanceResumed"; readonly reason: string }
  /** `results`: the data outputs of the process, where it has some. */
  | { readonly type: "processCompleted"; readonly results?: JsonObject }
  | { readonly type: "processCancelled"; readonly reason: string }
  | OfficeEventBody
  | MigrationEventBody;

export type TaskChange =
  | "claimed"
  | "released"
  | "transferred"
  | "rescheduled"
  | "delegated"
  | "returned"
  | "redispatched"
  | "marked"
  | "migrated";

export type EventType = Event["type"];
export type EventOf<T extends EventType> = Extract<Event, { readonly type: T }>;
