/** Why every waiting token waits, since when and until when (engine.md §2.11): the stuck list, the resident's line. */
import type { Bundle } from "../model/bundle.ts";
import type { FlowNode } from "../model/process.ts";
import type { InstanceState, TaskState, Token, WaitReason } from "../model/state.ts";
import { flowsToCome } from "./reach.ts";
import {
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

type Reason = Pick<WaitReason, "kind" | "zh" | "en" | "detail"> & { readonly until?: string };

export function waitReasons(bundle: Bundle, state: InstanceState): readonly WaitReason[] {
  return tokensOf(state).map((token) => {
    const node = nodeOf(bundle, state, token);
    const until = budgetDue(state, token);
    const reason = reasonOf(bundle, state, token, node);
    return {
      elementId: token.elementId,
      tokenId: token.id,
      since: token.since,
      ...(until === undefined ? {} : { until }),
      ...reason,
    };
  });
}

/** The first that fits: what an official would name when asked. */
function reasonOf(bundle: Bundle, state: InstanceState, token: Token, node: FlowNode): Reason {
  return (
    incidentReason(state, token) ??
    joinReason(bundle, state, token, node) ??
    taskReason(state, token, node) ??
    jobReason(state, token, node) ??
    messageReason(state, token, node) ??
    signalReason(state, token, node) ??
    conditionReason(state, token, node) ??
    timerReason(state, token, node) ??
    gatewayReason(bundle, state, token, node) ??
    otherReason(node)
  );
}

function incidentReason(state: InstanceState, token: Token): Reason | undefined {
  const incident = incidentsOf(state).find((other) => other.id === token.incidentId);
  if (incident === undefined) return undefined;
  const { id: incidentId, code } = incident;
  return {
    kind: "incident",
    zh: `发生异常：${incident.zh}`,
    en: `Stopped by an incident: ${incident.en}`,
    detail: { incidentId, code },
  };
}

function taskReason(state: InstanceState, token: Token, node: FlowNode): Reason | undefined {
  const task = tasksOf(state).find((other) => other.tokenId === token.id);
  if (task === undefined) return undefined;
  const { id: taskId, assignee, candidateGroups = [], candidateUsers = [] } = task;
  const people = peopleOf(task);
  return {
    kind: "task",
    zh: `等待${people.join("、")}办理“${titleOf(node)}”`,
    en: `Waits for ${people.join(", ")} to do "${titleOf(node)}"`,
    ...(task.dueAt === undefined ? {} : { until: task.dueAt }),
    detail: { taskId, ...(assignee === undefined ? {} : { assignee }), candidateGroups, candidateUsers },
  };
}

function peopleOf({ assignee, candidateGroups = [], candidateUsers = [] }: TaskState): readonly string[] {
  return assignee === undefined ? [...candidateGroups, ...candidateUsers] : [assignee];
}

function jobReason(state: InstanceState, token: Token, node: FlowNode): Reason | undefined {
  const job = jobsOf(state).find((other) => other.tokenId === token.id);
  if (job === undefined) return undefined;
  const detail = { jobId: job.id, retries: job.retries };
  return {
    kind: "job",
    zh: `等待系统执行“${titleOf(node)}”`,
    en: `Waits for the system to do "${titleOf(node)}"`,
    detail,
  };
}

function messageReason(state: InstanceState, token: Token, node: FlowNode): Reason | undefined {
  const subscription = subscriptionsOf(state).find((other) => isOwn(other, token));
  if (subscription === undefined) return undefined;
  const { messageName, correlationKey } = subscription;
  return {
    kind: "message",
    zh: `“${titleOf(node)}”等待消息“${messageName}”`,
    en: `"${titleOf(node)}" waits for the message "${messageName}"`,
    detail: { messageName, correlationKey },
  };
}

function signalReason(state: InstanceState, token: Token, node: FlowNode): Reason | undefined {
  const signal = signalsOf(state).find((other) => isOwn(other, token));
  if (signal === undefined) return undefined;
  const { signalName } = signal;
  return {
    kind: "signal",
    zh: `“${titleOf(node)}”等待信号“${signalName}”`,
    en: `"${titleOf(node)}" waits for the signal "${signalName}"`,
    detail: { signalName },
  };
}

function conditionReason(state: InstanceState, token: Token, node: FlowNode): Reason | undefined {
  const condition = conditionsOf(state).find((other) => isOwn(other, token));
  if (condition === undefined) return undefined;
  const isKnown = "event" in node && node.event?.kind === "conditional";
  return {
    kind: "condition",
    zh: `“${titleOf(node)}”等待条件成立`,
    en: `"${titleOf(node)}" waits for its condition`,
    detail: isKnown ? { condition: node.event.condition } : {},
  };
}

/** Until the earliest of its timers, if it has one: then at the latest it goes on. */
function gatewayReason(bundle: Bundle, state: InstanceState, token: Token, node: FlowNode): Reason | undefined {
  if (node.kind !== "eventBasedGateway") return undefined;
  const { flows, nodes } = processOf(bundle, state, token.scopeId);
  const targets = node.outgoing.flatMap((flowId) => own(nodes, own(flows, flowId)?.targetId ?? "") ?? []);
  const names = targets.map(titleOf);
  const [until] = timersOf(state)
    .flatMap((timer) => (timer.tokenId === token.id ? [timer.dueAt] : []))
    .sort();
  return {
    kind: "event",
    zh: `等待以下任一事件：${names.join("、")}`,
    en: `Waits for the first of: ${names.join(", ")}`,
    ...(until === undefined ? {} : { until }),
    detail: { events: targets.map(({ id }) => id) },
  };
}

function timerReason(state: InstanceState, token: Token, node: FlowNode): Reason | undefined {
  const timer = timersOf(state).find((other) => isOwn(other, token) && other.kind === "timer");
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
  if (token.arrivedBy === undefined) return undefined;
  const { flows } = processOf(bundle, state, token.scopeId);
  const missing =
    node.kind === "parallelGateway" ? flowsWithout(state, token, node) : flowsToCome(bundle, state, node, token);
  const names = missing.map((flowId) => own(flows, flowId)?.sourceId ?? flowId);
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
  const isScope = node.kind === "subProcess" || node.kind === "callActivity";
  return {
    kind: isScope ? "scope" : "event",
    zh: isScope ? `“${titleOf(node)}”内部正在办理` : `停在“${titleOf(node)}”`,
    en: isScope ? `Work goes on inside "${titleOf(node)}"` : `Stands at "${titleOf(node)}"`,
    detail: {},
  };
}

function budgetDue(state: InstanceState, token: Token): string | undefined {
  return Object.values(state.budgets ?? {}).find((budget) => budget.tokenId === token.id)?.dueAt;
}

function titleOf(node: FlowNode): string {
  return node.name === "" ? node.id : node.name;
}
