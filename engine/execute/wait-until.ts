/** Until when a token waits at the latest, and what a suspension does to it (engine.md §2.11). */
import type { Bundle } from "../model/bundle.ts";
import type { FlowNode } from "../model/process.ts";
import type { BudgetState, InstanceState, TimerState, Token, WaitReason } from "../model/state.ts";
import type { Instant } from "../model/time.ts";
import { own, processOf } from "./read-state.ts";

interface Clocks {
  readonly budgets: (token: Pick<Token, "id">) => readonly BudgetState[];
  readonly timers: (token: Pick<Token, "id">) => readonly TimerState[];
}

/** The limit of its work; else the first timer that takes it away from here, its own or an interrupting one at its boundary. */
export function untilOf(
  bundle: Bundle,
  state: InstanceState,
  clocks: Clocks,
  token: Token,
  node: FlowNode,
): Instant | undefined {
  const hostId = loopHost(state, token);
  const budget = clocks.budgets(token)[0] ?? clocks.budgets({ id: hostId })[0];
  if (budget !== undefined) return budget.dueAt;
  const timers = [...clocks.timers(token), ...clocks.timers({ id: hostId })];
  const ending = timers.filter((timer) => timer.kind === "timer" && isEnding(bundle, state, token, node, timer));
  return ending.map(({ dueAt }) => dueAt).reduce<Instant | undefined>(earlier, undefined);
}

/** Of an instance of an activity that repeats, limit and boundary are those of the whole activity. */
function loopHost(state: InstanceState, token: Token): string {
  const scope = state.scopes[token.scopeId];
  return (scope?.loop === undefined ? undefined : scope.hostToken) ?? "";
}

function isEnding(bundle: Bundle, state: InstanceState, token: Token, node: FlowNode, timer: TimerState): boolean {
  if (timer.elementId === node.id) return true;
  const { nodes } = processOf(bundle, state, token.scopeId);
  const event = own(nodes, timer.elementId);
  return event?.kind === "boundaryEvent" && event.hostId === node.id && event.interrupting;
}

function earlier(one: Instant | undefined, other: Instant): Instant {
  return one !== undefined && Date.parse(one) <= Date.parse(other) ? one : other;
}

/** While the instance is suspended no clock runs: it waits for the resumption first, and nobody knows until when. */
export function whileSuspended(state: InstanceState, reason: WaitReason): WaitReason {
  if (state.suspendedAt === undefined) return reason;
  const { until: _, ...rest } = reason;
  return {
    ...rest,
    zh: `已挂起，恢复后：${reason.zh}`,
    en: `Suspended; once resumed: ${reason.en}`,
    detail: { ...reason.detail, suspendedAt: state.suspendedAt },
  };
}
