import type { Actor } from "./actor.ts";
import type { Json, JsonObject } from "./json.ts";
import type { OfficeCommandBody } from "./office-command.ts";
import type { Instant, Limit } from "./time.ts";

/** Every command carries who and when: the engine reads no clock. */
interface Sent {
  readonly now: Instant;
  readonly actor: Actor;
}

/**
 * What may be asked of an instance, in the imperative. A command that does not fit is answered by a
 * rejection (a value, HTTP 409), never by an exception.
 */
export type Command = Sent & CommandBody;
export type CommandBody =
  /**
   * `messageName`: begins where the message of that name begins the process, its variables in `variables`. `startId`: the
   * start event, receive task or event behind an event-based gateway that has happened. Without both: the none start
   * event, or in a process without a start event every node that no flow leads to.
   */
  | {
      readonly type: "start";
      readonly variables: JsonObject;
      readonly processKey?: string;
      readonly messageName?: string;
      readonly startId?: string;
    }
  /** `scopeId`: in which ad-hoc sub-process, when several are open. */
  | { readonly type: "startAdHocActivity"; readonly elementId: string; readonly scopeId?: string }
  | { readonly type: "completeAdHoc"; readonly elementId: string; readonly scopeId?: string; readonly reason: string }
  | { readonly type: "claimTask"; readonly taskId: string; readonly assignee: string }
  | { readonly type: "releaseTask"; readonly taskId: string }
  | { readonly type: "completeTask"; readonly taskId: string; readonly submission: JsonObject }
  | { readonly type: "completeJob"; readonly jobId: string; readonly variables: JsonObject }
  | { readonly type: "failJob"; readonly jobId: string; readonly retries: number; readonly message: string }
  /** BPMN error thrown by a worker: goes to the nearest error catcher. */
  | { readonly type: "throwError"; readonly jobId: string; readonly errorCode: string; readonly message: string }
  | { readonly type: "fireTimer"; readonly timerId: string }
  | {
      readonly type: "deliverMessage";
      readonly messageName: string;
      readonly correlationKey: string;
      readonly messageId: string;
      readonly variables: JsonObject;
    }
  /** A signal from elsewhere: everything that waits for its name takes it. */
  | {
      readonly type: "deliverSignal";
      readonly signalName: string;
      readonly signalId: string;
      readonly variables: JsonObject;
    }
  | {
      readonly type: "setVariables";
      readonly scopeId?: string;
      readonly variables: JsonObject;
      readonly reason: string;
    }
  | { readonly type: "resolveIncident"; readonly incidentId: string }
  | { readonly type: "cancel"; readonly reason: string }
  /** 退回: to the previous human task of this path, its first, or the element named; its later work is undone. */
  | {
      readonly type: "sendBack";
      readonly taskId: string;
      readonly toElementId?: string;
      readonly toFirst?: true;
      readonly reason: string;
    }
  /** 转办: another person or other candidate groups take over. */
  | {
      readonly type: "transferTask";
      readonly taskId: string;
      readonly assignee?: string;
      readonly candidateGroups?: readonly string[];
      readonly reason: string;
    }
  /** 挂起 and 恢复: every running budget stops and goes on; timers are re-armed for what was left. */
  | { readonly type: "suspend"; readonly reason: string }
  | { readonly type: "resume"; readonly reason: string }
  /**
   * 督办: recorded, told to the candidate groups of the open tasks, answered with `replySupervision`.
   * 批示 is the same to a `unit` by name: told to the groups in `notify`, whoever has the tasks.
   */
  | {
      readonly type: "supervise";
      readonly requirement: string;
      readonly limit?: Limit;
      readonly notify?: readonly string[];
      readonly unit?: string;
    }
  | { readonly type: "replySupervision"; readonly supervisionId: string; readonly reply: string }
  /** 延期: adds to the budget of an active activity. */
  | { readonly type: "extend"; readonly elementId: string; readonly by: Limit; readonly reason: string }
  | OfficeCommandBody;

export type CommandType = Command["type"];
export type CommandOf<T extends CommandType> = Extract<Command, { readonly type: T }>;
export type Variables = Readonly<Record<string, Json>>;
