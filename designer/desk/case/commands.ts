/** The commands of the office as data: what each asks for, where it is sent, and what it says it will do. */
import type { CaseDetail, Limit, Task } from "../../../server/contract/types.ts";

export type CommandKey =
  | "supervise"
  | "instruct"
  | "replySupervision"
  | "withdrawStep"
  | "urge"
  | "suspend"
  | "resume"
  | "extend"
  | "forceClose"
  | "cancel"
  | "sendBack"
  | "transfer";

/** What a person may have typed; only the fields that a command asks for are shown. */
export interface CommandValues {
  readonly reason?: string;
  readonly limit?: Partial<Limit>;
  readonly supervisionId?: string;
  /** 批示: the unit that it is addressed to. */
  readonly unit?: string;
  readonly toElementId?: string;
  /** `person:<id>` or `group:<unit>/<role>`. */
  readonly receiver?: string;
}

export type CommandField = "unit" | "reason" | "limit" | "limitOptional" | "supervision" | "step" | "receiver";

export interface CommandSpec {
  readonly key: CommandKey;
  readonly fields: readonly CommandField[];
  /** Ends or stops something: the button is red and says so. */
  readonly danger?: true;
}

export const commandSpecs: Readonly<Record<CommandKey, CommandSpec>> = {
  supervise: { key: "supervise", fields: ["reason", "limitOptional"] },
  instruct: { key: "instruct", fields: ["unit", "reason", "limitOptional"] },
  replySupervision: { key: "replySupervision", fields: ["supervision", "reason"] },
  suspend: { key: "suspend", fields: ["reason"] },
  resume: { key: "resume", fields: ["reason"] },
  extend: { key: "extend", fields: ["limit", "reason"] },
  cancel: { key: "cancel", fields: ["reason"], danger: true },
  withdrawStep: { key: "withdrawStep", fields: ["reason"] },
  urge: { key: "urge", fields: ["reason"] },
  forceClose: { key: "forceClose", fields: ["reason"], danger: true },
  sendBack: { key: "sendBack", fields: ["step", "reason"] },
  transfer: { key: "transfer", fields: ["receiver", "reason"] },
};

const caseCommands = [
  "withdrawStep",
  "urge",
  "supervise",
  "instruct",
  "replySupervision",
  "extend",
  "suspend",
  "resume",
  "forceClose",
  "cancel",
] as const;
const taskCommands = ["sendBack", "transfer"] as const;

/** Commands on the case that this person may give now, in the order of the buttons. */
export function allowedOnCase(detail: CaseDetail): readonly CommandSpec[] {
  return caseCommands.filter((key) => detail.actions.includes(key)).map((key) => commandSpecs[key]);
}

export function allowedOnTask(task: Task): readonly CommandSpec[] {
  return taskCommands.filter((key) => task.actions.includes(key)).map((key) => commandSpecs[key]);
}

const casePaths: Readonly<Record<(typeof caseCommands)[number], string>> = {
  supervise: "supervise",
  instruct: "instruct",
  replySupervision: "reply-supervision",
  suspend: "suspend",
  resume: "resume",
  extend: "extend",
  cancel: "cancel",
  withdrawStep: "withdraw",
  urge: "urge",
  forceClose: "force-close",
};

export interface CommandTarget {
  readonly detail: CaseDetail;
  readonly task?: Task;
}

/** Path below `/api` of a command on a case or, for 退回 and 转办, on its task. */
export function commandPath(key: CommandKey, { detail, task }: CommandTarget): string {
  if (key === "sendBack" || key === "transfer") {
    if (task === undefined) throw new Error(`Expected a task for the command ${key} but there is none`);
    const of = `/tasks/${encodeURIComponent(task.task.street)}/${encodeURIComponent(task.task.id)}`;
    return key === "sendBack" ? `${of}/send-back` : `${of}/transfer`;
  }
  return `/cases/${encodeURIComponent(detail.summary.id)}/${casePaths[key]}`;
}

function receiverOf(chosen: string): { readonly personId: string } | { readonly group: string } {
  return chosen.startsWith("person:")
    ? { personId: chosen.slice("person:".length) }
    : { group: chosen.slice("group:".length) };
}

function completeLimit(limit: Partial<Limit> | undefined): Limit | undefined {
  return limit?.value === undefined || limit.clock === undefined
    ? undefined
    : { value: limit.value, clock: limit.clock };
}

type BodyOf = (values: CommandValues, reason: string, limit: Limit | undefined) => object;
const onlyReason: BodyOf = (_values, reason) => ({ reason });

const bodies: Readonly<Record<CommandKey, BodyOf>> = {
  supervise: (_values, requirement, limit) => ({ requirement, ...(limit === undefined ? {} : { limit }) }),
  instruct: ({ unit = "" }, instruction, limit) => ({ instruction, unit, ...(limit === undefined ? {} : { limit }) }),
  replySupervision: ({ supervisionId = "" }, reply) => ({ supervisionId, reply }),
  extend: (_values, reason, by) => ({ by, reason }),
  sendBack: ({ toElementId }, reason) => ({ reason, ...(toElementId === undefined ? {} : { toElementId }) }),
  transfer: ({ receiver = "" }, reason) => ({ reason, ...receiverOf(receiver) }),
  suspend: onlyReason,
  resume: onlyReason,
  cancel: onlyReason,
  withdrawStep: onlyReason,
  urge: onlyReason,
  forceClose: onlyReason,
};

/** The body that the contract asks for. `revision` is the one the person has seen; a reply to 督办 carries none. */
export function commandBody(key: CommandKey, values: CommandValues, revision: number): object {
  const body = bodies[key](values, (values.reason ?? "").trim(), completeLimit(values.limit));
  return key === "replySupervision" ? body : { ...body, revision };
}
