import type { JsonObject } from "./json.ts";
import type { RungAction } from "./ladder.ts";
import type { Opinion, Signing } from "./office.ts";
import type { Instant, Limit } from "./time.ts";

/** Right on one field of a task's form (`gl:fieldRights`). */
export interface FieldRight {
  readonly path: string;
  readonly right: "editable" | "readOnly" | "hidden";
}

/** A human work item as the shell stores and shows it. Ids come from the instance's counter. */
export interface TaskView {
  readonly taskId: string;
  readonly elementId: string;
  readonly name: string;
  readonly formKey?: string;
  readonly formVersion?: number;
  readonly assignee?: string;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  /** People who may not take this task (`gl:excludeActorOf`). */
  readonly excludedActors: readonly string[];
  readonly dueAt?: Instant;
  readonly limit?: Limit;
  readonly followUpAt?: Instant;
  readonly priority: number;
  readonly stage?: string;
  readonly fieldRights: readonly FieldRight[];
  /** Facts the form shows: the task's input mappings. */
  readonly inputs: JsonObject;
  /** 加签: it asks for a signature on another task. */
  readonly signing?: Signing;
  /** 委托: to whom it goes back. */
  readonly owners?: readonly string[];
  /** Of its added signers and delegates. */
  readonly opinions?: readonly Opinion[];
}

/** What the shell must do after a command, in order, in the same transaction. Data only. */
export type Effect =
  | { readonly type: "createTask"; readonly task: TaskView }
  | { readonly type: "updateTask"; readonly task: TaskView }
  | { readonly type: "closeTask"; readonly taskId: string; readonly outcome: "completed" | "cancelled" | "sentBack" }
  | {
      readonly type: "createJob";
      readonly jobId: string;
      readonly elementId: string;
      readonly jobType: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly variables: JsonObject;
      readonly retries: number;
    }
  | { readonly type: "cancelJob"; readonly jobId: string }
  | {
      readonly type: "scheduleTimer";
      readonly timerId: string;
      readonly elementId: string;
      readonly dueAt: Instant;
      readonly kind: "timer" | "rung" | "supervision";
    }
  | { readonly type: "cancelTimer"; readonly timerId: string }
  | {
      readonly type: "openSubscription";
      readonly subscriptionId: string;
      readonly messageName: string;
      readonly correlationKey: string;
    }
  | { readonly type: "closeSubscription"; readonly subscriptionId: string }
  | {
      readonly type: "publishMessage";
      readonly messageName: string;
      readonly correlationKey: string;
      readonly messageId: string;
      readonly variables: JsonObject;
    }
  | { readonly type: "awaitSignal"; readonly signalWaitId: string; readonly signalName: string }
  | { readonly type: "closeSignalWait"; readonly signalWaitId: string }
  /** To all other instances of the street that wait for it; those of this instance have it already. */
  | {
      readonly type: "broadcastSignal";
      readonly signalName: string;
      readonly signalId: string;
      readonly variables: JsonObject;
    }
  /** The case's own word for where it stands (`gl:caseState`, a key of the vocabulary). */
  | { readonly type: "setCaseState"; readonly caseState: string }
  /** A rung of a ladder was reached: tell people, record cards. */
  | {
      readonly type: "rung";
      readonly rungId: string;
      readonly action: RungAction;
      readonly elementId: string;
      readonly percent: number;
      readonly notify: readonly string[];
    }
  | {
      readonly type: "notifySupervision";
      readonly supervisionId: string;
      readonly requirement: string;
      readonly notify: readonly string[];
      /** Unit that a 批示 is addressed to. */
      readonly unit?: string;
    }
  /** 抄送: to be told and to be read. */
  | {
      readonly type: "notifyCopy";
      readonly copyId: string;
      readonly people: readonly string[];
      readonly groups: readonly string[];
      readonly note?: string;
    }
  /** 催办: people and groups who have the tasks. */
  | {
      readonly type: "notifyUrge";
      readonly taskIds: readonly string[];
      readonly people: readonly string[];
      readonly groups: readonly string[];
      readonly text: string;
    }
  /** 延期申请 asks for a decision; the decision is told to who asked. */
  | {
      readonly type: "notifyRequest";
      readonly requestId: string;
      readonly elementId: string;
      readonly by: Limit;
      readonly reason: string;
      readonly requestedBy: string;
      readonly decision?: "granted" | "refused";
    }
  | { readonly type: "openIncident"; readonly incidentId: string; readonly elementId: string; readonly code: string }
  | { readonly type: "closeIncident"; readonly incidentId: string }
  | {
      readonly type: "endInstance";
      readonly outcome: "completed" | "cancelled";
      readonly results?: JsonObject;
    };

export type EffectType = Effect["type"];
export type EffectOf<T extends EffectType> = Extract<Effect, { readonly type: T }>;
