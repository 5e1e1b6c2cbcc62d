/** Why a token waits at a multiple event or at a complex gateway, in words (engine.md §2.11). */
import type { FlowNode } from "../model/process.ts";
import type {
  ConditionState,
  InstanceState,
  SignalState,
  SubscriptionState,
  TimerState,
  Token,
  WaitReason,
} from "../model/state.ts";
import { tokensOf } from "./read-state.ts";

type Reason = Pick<WaitReason, "kind" | "zh" | "en" | "detail"> & { readonly until?: string };

/** What the token itself still waits for. */
interface Waiting {
  readonly messages: readonly SubscriptionState[];
  readonly signals: readonly SignalState[];
  readonly conditions: readonly ConditionState[];
  readonly timers: readonly TimerState[];
}

/** Of all its parts those that are missing; of any its first timer is the latest time at which it goes on. */
export function multipleReason(node: FlowNode, title: string, waiting: Waiting): Reason | undefined {
  if (node.kind !== "intermediateCatchEvent" || node.event.kind !== "multiple") return undefined;
  const { messages, signals, conditions, timers } = waiting;
  const zh = [
    ...messages.map(({ messageName }) => `消息“${messageName}”`),
    ...signals.map(({ signalName }) => `信号“${signalName}”`),
    ...conditions.map(() => "条件成立"),
    ...timers.map(() => "到期时间"),
  ];
  const en = [
    ...messages.map(({ messageName }) => `the message "${messageName}"`),
    ...signals.map(({ signalName }) => `the signal "${signalName}"`),
    ...conditions.map(() => "its condition"),
    ...timers.map(() => "its time"),
  ];
  if (zh.length === 0) return undefined;
  const { isAll } = node.event;
  const [until] = isAll ? [] : timers.map(({ dueAt }) => dueAt).toSorted();
  return {
    kind: "event",
    zh: `“${title}”等待以下${isAll ? "全部" : "任一"}事件：${zh.join("、")}`,
    en: `"${title}" waits for ${isAll ? "all" : "the first"} of: ${en.join(", ")}`,
    ...(until === undefined ? {} : { until }),
    detail: {
      messages: messages.map(({ messageName }) => messageName),
      signals: signals.map(({ signalName }) => signalName),
    },
  };
}

/** `missing`: flows by which a token can still come. */
export function complexReason(
  state: InstanceState,
  token: Token,
  node: FlowNode,
  title: string,
  missing: readonly string[],
): Reason | undefined {
  if (node.kind !== "complexGateway") return undefined;
  if (token.resets !== undefined) {
    return {
      kind: "join",
      zh: `“${title}”已放行，等待其余分支到达或不再可能到达`,
      en: `"${title}" has gone on and waits until the other branches have come or cannot come any more`,
      detail: { missingFlows: missing },
    };
  }
  if (token.arrivedBy === undefined) return undefined;
  const arrived = tokensOf(state).filter(
    (other) => other.elementId === node.id && other.scopeId === token.scopeId && other.arrivedBy !== undefined,
  ).length;
  return {
    kind: "join",
    zh: `“${title}”等待激活条件成立：已到达 ${arrived} 个`,
    en: `"${title}" waits for its activation condition: ${arrived} have come`,
    detail: { missingFlows: missing, activationCount: arrived, activation: node.activation ?? "" },
  };
}
