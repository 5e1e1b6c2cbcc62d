/** Budgets after a migration: what ran goes on with what is left; a new limit begins now, one that is no more ends. */
import type { Bundle } from "../model/bundle.ts";
import type { FlowNode } from "../model/process.ts";
import type { Problem } from "../model/problem.ts";
import type { BudgetState, Token } from "../model/state.ts";
import { armRung, closeBudget, dueAtShare, rungsOf, startBudget } from "../execute/budgets.ts";
import { isInstance, own } from "../execute/read-state.ts";
import type { Run } from "../execute/run.ts";
import { rescheduleTask } from "../execute/tasks.ts";
import { cancelTimer } from "../execute/timers.ts";
import { causeOf, limitAt } from "../execute/values.ts";

export function settleBudget(
  run: Run,
  from: Bundle,
  token: Token,
  before: FlowNode,
  after: FlowNode,
): Problem | undefined {
  const [id] = run.owned("budgets", token.id);
  const stored = own(run.state.budgets, id ?? "");
  if (id !== undefined && stored !== undefined) {
    const budget = { id, ...stored };
    if (after.clock === undefined) end(run, budget);
    else if (isOtherLadder(run, from, before, after)) changeLadder(run, budget, after);
    return undefined;
  }
  if (after.clock === undefined || before.clock !== undefined || isInstance(run.state, token)) return undefined;
  return begin(run, token, after, after.clock.limit);
}

function begin(run: Run, token: Token, node: FlowNode, source: string): Problem | undefined {
  const limit = limitAt(run, source, { scopeId: token.scopeId, locals: token.locals });
  if (!limit.ok) return causeOf(limit);
  startBudget(run, token, node, limit.value);
  const [id = ""] = run.owned("budgets", token.id);
  const dueAt = own(run.state.budgets, id)?.dueAt;
  if (dueAt !== undefined) rescheduleTask(run, token.id, dueAt);
  return undefined;
}

function end(run: Run, budget: BudgetState): void {
  cancelRungs(run, budget);
  closeBudget(run, budget.id);
}

function isOtherLadder(run: Run, from: Bundle, before: FlowNode, after: FlowNode): boolean {
  if (before.ladder !== after.ladder) return true;
  const key = after.ladder ?? "";
  return JSON.stringify(own(from.ladders, key)) !== JSON.stringify(own(run.bundle.ladders, key));
}

/** Rungs of the new ladder that lie behind are not reached once more. */
function changeLadder(run: Run, before: BudgetState, { ladder }: FlowNode): void {
  const { ladderKey: _, ...budget } = before;
  const changed: BudgetState = { ...budget, ...(ladder === undefined ? {} : { ladderKey: ladder }) };
  cancelRungs(run, changed);
  run.emit({ type: "budgetChanged", budget: changed, change: "migrated" });
  const next = rungsOf(run, changed).findIndex((rung) => dueAtShare(run, changed, rung.percent) > run.now);
  if (next !== -1) armRung(run, changed, next);
}

function cancelRungs(run: Run, { id, tokenId }: BudgetState): void {
  for (const timerId of run.owned("timers", tokenId)) {
    if (run.state.timers?.[timerId]?.budgetId === id) cancelTimer(run, timerId);
  }
}
