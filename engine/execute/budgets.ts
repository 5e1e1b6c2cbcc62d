/** Budgets of `gl:clock`: the ledger of spans in which a limit ran, and what follows its due date (engine.md §4). */
import { remainingDue, shareDue } from "../calendar/index.ts";
import type { Bundle } from "../model/bundle.ts";
import type { EventOf } from "../model/event.ts";
import type { FlowNode } from "../model/process.ts";
import type { BudgetState, Token } from "../model/state.ts";
import type { Instant, Limit } from "../model/time.ts";
import { ROOT_SCOPE, budgetsOf, own, timersOf } from "./read-state.ts";
import type { Run } from "./run.ts";
import { rescheduleTask } from "./tasks.ts";
import { scheduleTimer } from "./timers.ts";

export function startBudget(run: Run, token: Token, node: FlowNode, limit: Limit): void {
  const budget: BudgetState = {
    id: run.nextId("b"),
    tokenId: token.id,
    elementId: token.elementId,
    limit,
    ...(node.ladder === undefined ? {} : { ladderKey: node.ladder }),
    spans: [],
    ...(run.isSuspended ? {} : { runningSince: run.now }),
    dueAt: remainingDue(run.calendar, [], limit, run.now),
  };
  run.emit({ type: "budgetStarted", budget });
  armRung(run, budget, 0);
}

/** Only the next rung has a timer: one row a running budget, whatever the length of the ladder. */
export function armRung(run: Run, budget: BudgetState, index: number): void {
  const rung = rungsOf(run, budget)[index];
  if (rung === undefined) return;
  const { tokenId, elementId } = budget;
  const scopeId = run.state.tokens?.[tokenId]?.scopeId ?? ROOT_SCOPE;
  const dueAt = dueAtShare(run, budget, rung.percent);
  const id = run.nextId("d");
  scheduleTimer(run, { id, kind: "rung", elementId, scopeId, dueAt, tokenId, rungId: rung.id, budgetId: budget.id });
}

/** The ladder's rungs in the order in which they are reached. */
export function rungsOf(run: Run, budget: BudgetState): Bundle["ladders"][string]["rungs"] {
  const ladder = budget.ladderKey === undefined ? undefined : own(run.bundle.ladders, budget.ladderKey);
  return [...(ladder?.rungs ?? [])].sort((one, other) => one.percent - other.percent);
}

export function dueAtShare(run: Run, budget: BudgetState, percent: number): Instant {
  return shareDue(run.calendar, budget.spans, budget.limit, budget.runningSince ?? run.now, percent);
}

export function closeBudget(run: Run, budgetId: string): void {
  const budget = run.state.budgets?.[budgetId];
  if (budget === undefined) return;
  // A paused budget stands still: it is overdue only if it was so when it was paused.
  const lastRan = budget.runningSince === undefined ? (budget.spans.at(-1)?.[1] ?? "") : run.now;
  for (const requestId of run.owned("requests", budget.tokenId)) {
    if (run.state.requests?.[requestId]?.budgetId !== budgetId) continue;
    run.emit({ type: "extensionDecided", requestId, elementId: budget.elementId, decision: "lapsed" });
  }
  run.emit({ type: "budgetClosed", budgetId, elementId: budget.elementId, overdue: lastRan > budget.dueAt });
}

export function pauseBudgets(run: Run): void {
  for (const { runningSince, ...budget } of budgetsOf(run.state)) {
    if (runningSince === undefined) continue;
    const paused: BudgetState = { ...budget, spans: [...budget.spans, [runningSince, run.now]] };
    run.emit({ type: "budgetChanged", budget: paused, change: "paused" });
  }
}

export function resumeBudgets(run: Run): void {
  for (const budget of budgetsOf(run.state)) {
    if (budget.runningSince !== undefined) continue;
    const dueAt = remainingDue(run.calendar, budget.spans, budget.limit, run.now);
    change(run, { ...budget, runningSince: run.now, dueAt }, { change: "resumed" });
  }
}

/** In: an extension on the budget's own clock. */
export function extendBudget(run: Run, budget: BudgetState, by: Limit, reason?: string): void {
  const limit: Limit = { value: budget.limit.value + by.value, clock: budget.limit.clock };
  const dueAt = remainingDue(run.calendar, budget.spans, limit, budget.runningSince ?? run.now);
  change(run, { ...budget, limit, dueAt }, { change: "extended", by, ...(reason === undefined ? {} : { reason }) });
}

type Change = Pick<EventOf<"budgetChanged">, "change" | "by" | "reason">;

/** Moves everything that follows the due date: the next rung's timer and the task's own due date. */
function change(run: Run, budget: BudgetState, how: Change): void {
  run.emit({ type: "budgetChanged", budget, ...how });
  for (const timer of timersOf(run.state)) {
    if (timer.budgetId !== budget.id) continue;
    const rung = rungsOf(run, budget).find(({ id }) => id === timer.rungId);
    if (rung !== undefined) scheduleTimer(run, { ...timer, dueAt: dueAtShare(run, budget, rung.percent) });
  }
  rescheduleTask(run, budget.tokenId, budget.dueAt);
}
