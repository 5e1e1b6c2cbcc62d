/** Why every waiting token waits, since when and until when (engine.md §2.11): the stuck list, the resident's line. */
import type { Bundle } from "../model/bundle.ts";
import type { FlowNode } from "../model/process.ts";
import type {
  BudgetState,
  ConditionState,
  IncidentState,
  InstanceState,
  JobState,
  SignalState,
  SubscriptionState,
  TaskState,
  TimerState,
  Token,
  WaitReason,
} from "../model/state.ts";
import { adHocReason } from "./ad-hoc-reason.ts";
import { complexReason, multipleReason } from "./event-reasons.ts";
import { quantityReason } from "./quantity-reason.ts";
import { dataReason } from "./data-reason.ts";
import { flowsToCome } from "./reach.ts";
import {
  budgetsOf,
  conditionsOf,
  incidentsOf,
  jobsOf,
  nodeOf,
  own,
  processOf,
  signalsOf,
  subscriptionsOf,
  tasksOf,
  timersOf,
  tokensOf,
} from "./read-state.ts";
import { untilOf, whileSuspended } from "./wait-until.ts";

type Reason = Pick<WaitReason, "kind" | "zh" | "en" | "detail"> & Partial<Pick<WaitReason, "since" | "until">>;

export function waitReasons(bundle: Bundle, state: InstanceState): readonly WaitReason[] {
  const waits = waitsOf(state);
  return tokensOf(state).map((token) => {
    const node = nodeOf(bundle, state, token);
    const until = untilOf(bundle, state, waits, token, node);
    const reason = reasonOf(bundle, state, waits, token, node);
    return whileSuspended(state, {
      elementId: token.elementId,
      tokenId: token.id,
      since: token.since,
      ...(until === undefined ? {} : { until }),
      ...reason,
    });
  });
}

/** All that waits, by its token: made once, because ten thousand tokens would each look through all of it. */
interface Waits {
  readonly incidents: ByToken<IncidentState>;
  readonly tasks: ByToken<TaskState>;
  readonly jobs: ByToken<JobState>;
  readonly subscriptions: ByToken<SubscriptionState>;
  readonly signals: ByToken<SignalState>;
  readonly conditions: ByToken<ConditionState>;
  readonly timers: ByToken<TimerState>;
  readonly budgets: ByToken<BudgetState>;
}

type ByToken<T> = (token: Pick<Token, "id">) => readonly T[];

function waitsOf(state: InstanceState): Waits {
  return {
    incidents: byToken(incidentsOf(state)),
    tasks: byToken(tasksOf(state)),
    jobs: byToken(jobsOf(state)),
    subscriptions: byToken(subscriptionsOf(state)),
    signals: byToken(signalsOf(state)),
    conditions: byToken(conditionsOf(state)),
    timers: byToken(timersOf(state)),
    budgets: byToken(budgetsOf(state)),
  };
}

function byToken<T extends { readonly tokenId?: string }>(entries: readonly T[]): ByToken<T> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const { tokenId = "" } = entry;
    const group = groups.get(tokenId);
    if (group === undefined) groups.set(tokenId, [entry]);
    else group.push(entry);
  }
  return ({ id }) => groups.get(id) ?? [];
}

/** The first that fits: what an official would name when asked. */
function reasonOf(bundle: Bundle, state: InstanceState, waits: Waits, token: Token, node: FlowNode): Reason {
  return (
    incidentReason(waits, token) ??
    quantityReason(state, token, node) ??
    adHocReason(bundle, state, token, node) ??
    joinReason(bundle, state, token, node) ??
    multipleReasonOf(waits, token, node) ??
    taskReason(waits, token, node) ??
    jobReason(waits, token, node) ??
    messageReason(waits, token, node) ??
    signalReason(waits, token, node) ??
    dataReason(state, waits.conditions(token), token, node) ??
    conditionReason(waits, token, node) ??
    timerReason(waits, token, node) ??
    gatewayReason(bundle, state, waits, token, node) ??
    otherReason(node)
  );
}

function incidentReason(waits: Waits, token: Token): Reason | undefined {
  const incident = waits.incidents(token)[0];
  if (incident === undefined) return undefined;
  const { id: incidentId, code } = incident;
  return {
    kind: "incident",
    zh: `发生异常：${incident.zh}`,
    en: `Stopped by an incident: ${incident.en}`,
    ...(incident.since === undefined ? {} : { since: incident.since }),
    detail: { incidentId, code },
  };
}

function taskReason(waits: Waits, token: Token, node: FlowNode): Reason | undefined {
  const task = waits.tasks(token)[0];
  if (task === undefined) return undefined;
  const { id: taskId, assignee, candidateGroups = [], candidateUsers = [] } = task;
  const people = peopleOf(task);
  return {
    kind: "task",
    zh: `等待${people.join("、")}办理“${titleOf(node)}”`,
    en: `Waits for ${people.length === 0 ? "somebody" : people.join(", ")} to do "${titleOf(node)}"`,
    ...(task.dueAt === undefined ? {} : { until: task.dueAt }),
    detail: { taskId, ...(assignee === undefined ? {} : { assignee }), candidateGroups, candidateUsers },
  };
}

function peopleOf({ assignee, candidateGroups = [], candidateUsers = [] }: TaskState): readonly string[] {
  return assignee === undefined ? [...candidateGroups, ...candidateUsers] : [assignee];
}

function jobReason(waits: Waits, token: Token, node: FlowNode): Reason | undefined {
  const job = waits.jobs(token)[0];
  if (job === undefined) return undefined;
  const detail = { jobId: job.id, retries: job.retries };
  return {
    kind: "job",
    zh: `等待系统执行“${titleOf(node)}”`,
    en: `Waits for the system to do "${titleOf(node)}"`,
    detail,
  };
}

function messageReason(waits: Waits, token: Token, node: FlowNode): Reason | undefined {
  const subscription = waits.subscriptions(token).find((other) => isOwn(other, token));
  if (subscription === undefined) return undefined;
  const { messageName, correlationKey } = subscription;
  return {
    kind: "message",
    zh: `“${titleOf(node)}”等待消息“${messageName}”`,
    en: `"${titleOf(node)}" waits for the message "${messageName}"`,
    detail: { messageName, correlationKey },
  };
}

function signalReason(waits: Waits, token: Token, node: FlowNode): Reason | undefined {
  const signal = waits.signals(token).find((other) => isOwn(other, token));
  if (signal === undefined) return undefined;
  const { signalName } = signal;
  return {
    kind: "signal",
    zh: `“${titleOf(node)}”等待信号“${signalName}”`,
    en: `"${titleOf(node)}" waits for the signal "${signalName}"`,
    detail: { signalName },
  };
}

function conditionReason(waits: Waits, token: Token, node: FlowNode): Reason | undefined {
  const condition = waits.conditions(token).find((other) => isOwn(other, token));
  if (condition === undefined) return undefined;
  const isKnown = "event" in node && node.event?.kind === "conditional";
  return {
    kind: "condition",
    zh: `“${titleOf(node)}”等待条件成立`,
    en: `"${titleOf(node)}" waits for its condition`,
    detail: isKnown ? { condition: node.event.condition } : {},
  };
}

function isAwaited(waits: Waits, token: Token, elementId: string): boolean {
  const all = [waits.subscriptions(token), waits.signals(token), waits.conditions(token), waits.timers(token)];
  return all.some((entries) => entries.some((entry) => entry.elementId === elementId));
}

/** Until the earliest of its timers, if it has one: then at the latest it goes on. */
function gatewayReason(
  bundle: Bundle,
  state: InstanceState,
  waits: Waits,
  token: Token,
  node: FlowNode,
): Reason | undefined {
  if (node.kind !== "eventBasedGateway") return undefined;
  const { flows, nodes } = processOf(bundle, state, token.scopeId);
  const isAll = node.instantiates === "parallel";
  const targets = node.outgoing
    .flatMap((flowId) => own(nodes, own(flows, flowId)?.targetId ?? "") ?? [])
    .filter(({ id }) => !isAll || isAwaited(waits, token, id));
  const names = targets.map(titleOf);
  const [until] = waits
    .timers(token)
    .map((timer) => timer.dueAt)
    .sort();
  return {
    kind: "event",
    zh: `等待以下${isAll ? "全部" : "任一"}事件：${names.join("、")}`,
    en: `Waits for ${isAll ? "all" : "the first"} of: ${names.join(", ")}`,
    ...(until === undefined ? {} : { until }),
    detail: { events: targets.map(({ id }) => id) },
  };
}

function multipleReasonOf(waits: Waits, token: Token, node: FlowNode): Reason | undefined {
  const isHere = (other: { readonly tokenId?: string; readonly elementId: string }): boolean => isOwn(other, token);
  return multipleReason(node, titleOf(node), {
    messages: waits.subscriptions(token).filter(isHere),
    signals: waits.signals(token).filter(isHere),
    conditions: waits.conditions(token).filter(isHere),
    timers: waits.timers(token).filter(isHere),
  });
}

function timerReason(waits: Waits, token: Token, node: FlowNode): Reason | undefined {
  const timer = waits.timers(token).find((other) => isOwn(other, token) && other.kind === "timer");
  if (timer === undefined) return undefined;
  return {
    kind: "timer",
    zh: `“${titleOf(node)}”等待到期时间`,
    en: `"${titleOf(node)}" waits for its time`,
    until: timer.dueAt,
    detail: { timerId: timer.id },
  };
}

/** Not those of its boundary events, which it does not wait for. */
function isOwn(waiting: { readonly tokenId?: string; readonly elementId: string }, token: Token): boolean {
  return waiting.tokenId === token.id && waiting.elementId === token.elementId;
}

function joinReason(bundle: Bundle, state: InstanceState, token: Token, node: FlowNode): Reason | undefined {
  if (token.arrivedBy === undefined && token.resets === undefined) return undefined;
  if (node.kind === "complexGateway")
    return complexReason(state, token, node, titleOf(node), flowsToCome(bundle, state, node, token));
  const { flows, nodes } = processOf(bundle, state, token.scopeId);
  const missing =
    node.kind === "parallelGateway" ? flowsWithout(state, token, node) : flowsToCome(bundle, state, node, token);
  const sources = missing.flatMap((flowId) => own(nodes, own(flows, flowId)?.sourceId ?? "") ?? []);
  const names = sources.map(titleOf);
  return {
    kind: "join",
    zh: `等待其他分支汇合：${names.join("、")}`,
    en: `Waits for the other branches: ${names.join(", ")}`,
    detail: { missingFlows: missing },
  };
}

function flowsWithout(state: InstanceState, token: Token, node: FlowNode): readonly string[] {
  const arrived = new Set(
    tokensOf(state).flatMap((other) =>
      other.elementId === token.elementId && other.scopeId === token.scopeId ? (other.arrivedBy ?? []) : [],
    ),
  );
  return node.incoming.filter((flowId) => !arrived.has(flowId));
}

function otherReason(node: FlowNode): Reason {
  const isScope =
    node.kind === "subProcess" ||
    node.kind === "adHocSubProcess" ||
    node.kind === "callActivity" ||
    node.loop !== undefined;
  return {
    kind: isScope ? "scope" : "event",
    zh: isScope ? `“${titleOf(node)}”内部正在办理` : `停在“${titleOf(node)}”`,
    en: isScope ? `Work goes on inside "${titleOf(node)}"` : `Stands at "${titleOf(node)}"`,
    detail: {},
  };
}

function titleOf(node: FlowNode): string {
  return node.name === "" ? node.id : node.name;
}
