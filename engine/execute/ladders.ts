/** Ladders: what happens when a share of a budget is used up (S0-140). */
import type { Rung } from "../model/ladder.ts";
import type { TimerState } from "../model/state.ts";
import { armRung, rungsOf } from "./budgets.ts";
import { raiseEscalation } from "./catch.ts";
import { evaluateAt } from "./context.ts";
import { own, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { textsOf } from "./values.ts";

export function reachRung(run: Run, timer: TimerState): void {
  const stored = own(run.state.budgets, timer.budgetId ?? "");
  if (stored === undefined) return;
  const budget = { id: timer.budgetId ?? "", ...stored };
  const rungs = rungsOf(run, budget);
  const index = rungs.findIndex((rung) => rung.id === timer.rungId);
  const rung = rungs[index];
  if (rung === undefined) return;
  announce(run, rung, budget.tokenId);
  armRung(run, budget, index + 1);
  if (rung.action === "escalate") escalate(run, budget.tokenId, budget.ladderKey ?? "");
}

function announce(run: Run, { id: rungId, action, percent, notify }: Rung, tokenId: string): void {
  const token = tokenAt(run.state, tokenId);
  if (token === undefined) return;
  const { elementId, scopeId, locals } = token;
  run.emit({ type: "rungReached", elementId, rungId, action, percent });
  // Whom to tell must not stop the clock: what cannot be evaluated tells nobody, the rung itself is on record.
  const result = notify === undefined ? undefined : evaluateAt(run, notify, { scopeId, locals });
  const groups = result?.ok === true ? (textsOf(result.value) ?? []) : [];
  run.effect({ type: "rung", rungId, action, elementId, percent, notify: groups });
}

function escalate(run: Run, tokenId: string, ladderKey: string): void {
  const ladder = own(run.bundle.ladders, ladderKey);
  const token = tokenAt(run.state, tokenId);
  if (ladder !== undefined && token !== undefined) raiseEscalation(run, token, ladder.escalationCode);
}
