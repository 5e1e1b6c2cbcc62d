/** The deadline that a task shows: of its own activity, else of the nearest activity around it whose budget runs. */
import { budgetsOf, scopeAt, tasksOf, tokensOf } from "../../engine/index.ts";
import type { Event } from "../../engine/model/event.ts";
import type { BudgetState, InstanceState } from "../../engine/model/state.ts";
import { rowId, type Ledger } from "../effects/index.ts";
import type { TaskChange } from "../store/tasks.ts";
import { warnAt } from "./project-case.ts";

function nearestBudget(state: InstanceState, tokenId: string): BudgetState | undefined {
  const budget = budgetsOf(state).find((each) => each.tokenId === tokenId);
  if (budget !== undefined) return budget;
  const token = tokensOf(state).find((each) => each.id === tokenId);
  const host = token === undefined ? undefined : scopeAt(state, token.scopeId).hostToken;
  return host === undefined ? undefined : nearestBudget(state, host);
}

const touchesDeadlines: ReadonlySet<Event["type"]> = new Set<Event["type"]>([
  "budgetStarted",
  "budgetChanged",
  "budgetClosed",
  "taskCreated",
  "taskChanged",
]);

function columns(state: InstanceState, budget: BudgetState): TaskChange {
  return {
    due_at: Date.parse(budget.dueAt),
    warn_at: warnAt(state, budget.id),
    limit_value: budget.limit.value,
    limit_clock: budget.limit.clock,
  };
}

/** Enters the deadlines of all open tasks when the step has touched any. */
export function enterDeadlines(step: Ledger, state: InstanceState, events: readonly Event[]): void {
  if (!events.some((event) => touchesDeadlines.has(event.type))) return;
  for (const task of tasksOf(state)) {
    const budget = nearestBudget(state, task.tokenId);
    if (budget === undefined) continue;
    const id = rowId(step.facts.caseId, task.id);
    const fresh = step.newTasks.get(id);
    if (fresh === undefined) step.changedTasks.set(id, { ...step.changedTasks.get(id), ...columns(state, budget) });
    else step.newTasks.set(id, { ...fresh, ...columns(state, budget) });
  }
}
