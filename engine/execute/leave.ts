/** An activity completes: its outputs go up, what waited around it is withdrawn, its token takes the flows out. */
import type { EventDefinition, FlowNode } from "../model/process.ts";
import type { Problem } from "../model/problem.ts";
import type { Outcome, Token } from "../model/state.ts";
import { behaviorOf } from "./activate.ts";
import { catchAgain, goOnInTurn, planInner, takeInner } from "./ad-hoc.ts";
import { extendBudget } from "./budgets.ts";
import { endHandler, keepHandler } from "./compensation.ts";
import { planData } from "./data-outputs.ts";
import { chooseAll, takeFlows } from "./flows.ts";
import { park } from "./incidents.ts";
import { planTurn, takeTurn } from "./loops.ts";
import { mapOutputs, raiseVariables } from "./mappings.ts";
import { pathThrough } from "./path.ts";
import { REJECTIONS } from "./problems.ts";
import { ROOT_SCOPE, budgetsOf, isInstance, nodeOf } from "./read-state.ts";
import type { Run } from "./run.ts";
import { leaveTransaction } from "./transactions.ts";
import { activeToken, completeToken, withdraw } from "./tokens.ts";
import { causeOf, limitAt } from "./values.ts";

export function leave(run: Run, tokenId: string, brought: Outcome): void {
  const token = activeToken(run.state, tokenId);
  if (token === undefined) return;
  const node = nodeOf(run.bundle, run.state, token);
  // The outputs of an activity that repeats are those of its instances.
  const isWhole = node.loop !== undefined && !isInstance(run.state, token);
  const given =
    node.data === undefined || isReopened(run, token) ? undefined : planData(run, token, node, brought, isWhole);
  if (given?.ok === false) return park(run, token, causeOf(given), { retry: "leave", outcome: brought });
  const outcome = given?.value.outcome ?? brought;
  if (node.outputs.length > 0 && !isWhole && !isReopened(run, token)) {
    const place = { scopeId: token.scopeId, locals: token.locals, visible: outcome.visible };
    const outputs = mapOutputs(run, node.outputs, place);
    if (!outputs.ok) return park(run, token, causeOf(outputs), { retry: "leave", outcome: brought });
    raiseVariables(run, token.scopeId, outputs.value);
  } else if (outcome.rising !== undefined) {
    raiseVariables(run, token.scopeId, outcome.rising);
  }
  if (given !== undefined) raiseVariables(run, token.scopeId, given.value.variables);
  if (outcome.returned !== undefined) raiseVariables(run, token.scopeId, outcome.returned);
  goOn(run, token, node, outcome);
}

/** The rest of completing, tried again by itself when only the way on was wrong. */
export function goOn(run: Run, token: Token, node: FlowNode, outcome: Outcome): void {
  if (token.compensates !== undefined) return endHandler(run, token, token.compensates);
  if (node.kind === "endEvent" && isCancel(node.event)) return leaveTransaction(run, token);
  if (isInstance(run.state, token)) return endInstance(run, token, node, outcome);
  const flows = (behaviorOf(node).choose ?? chooseAll)(run, token, node);
  const problem = flows.ok ? extendOther(run, token, node) : causeOf(flows);
  if (problem !== undefined) return park(run, token, problem, { retry: "flows", outcome });
  const inner = planInner(run, token, node, outcome);
  if (!inner.ok) return park(run, token, causeOf(inner), { retry: "flows", outcome });
  withdraw(run, token.id);
  if (node.boundary.length > 0) keepHandler(run, token);
  const cameFrom = behaviorOf(node).isActivity ? pathThrough(run.state, token) : token.cameFrom;
  completeToken(run, token, outcome.by);
  const isGoingOn = inner.value === undefined || takeInner(run, token.scopeId, inner.value);
  const chosen = flows.ok && isGoingOn ? flows.value : [];
  takeFlows(run, token, chosen, cameFrom, node.completionQuantity);
  if (inner.value !== undefined && isGoingOn) goOnInTurn(run, token.scopeId, inner.value);
  if (token.scopeId !== ROOT_SCOPE) catchAgain(run, token.scopeId, node);
  if (chosen.length === 0) run.checkScope(token.scopeId);
}

function isCancel(event: EventDefinition): boolean {
  return event.kind === "multiple" ? event.events.some(isCancel) : event.kind === "cancel";
}

/** A sub-process that was opened again only to be compensated brings nothing out a second time. */
function isReopened(run: Run, token: Token): boolean {
  const isHandler = nodeOf(run.bundle, run.state, token).incoming.length === 0;
  return token.compensates !== undefined && !isHandler;
}

function endInstance(run: Run, token: Token, node: FlowNode, outcome: Outcome): void {
  const turn = planTurn(run, token, node, outcome);
  if (turn.ok) takeTurn(run, token, node, turn.value, outcome.by);
  else park(run, token, causeOf(turn), { retry: "flows", outcome });
}

/** `gl:extend`: a granted 延期; null grants nothing, and an activity that no longer runs needs nothing. */
function extendOther(run: Run, token: Token, node: FlowNode): Problem | undefined {
  if (node.extend === undefined) return undefined;
  const { activity, by } = node.extend;
  const budget = budgetsOf(run.state).find(
    ({ elementId, tokenId }) => elementId === activity && isSeen(run, token, tokenId),
  );
  if (budget === undefined) return undefined;
  const limit = limitAt(run, by, { scopeId: token.scopeId, locals: token.locals });
  if (!limit.ok) return causeOf(limit);
  if (limit.value.clock !== budget.limit.clock) return REJECTIONS.clocksDiffer(activity);
  extendBudget(run, budget, limit.value);
  return undefined;
}

/** The activity stands in the same run of the same process, whatever sub-process it is in. */
function isSeen(run: Run, token: Token, otherTokenId: string): boolean {
  const other = run.state.tokens?.[otherTokenId];
  return other !== undefined && processScopeOf(run, token.scopeId) === processScopeOf(run, other.scopeId ?? ROOT_SCOPE);
}

function processScopeOf(run: Run, scopeId: string): string {
  const scope = run.state.scopes[scopeId];
  if (scope?.elementId === undefined || scope.parent === undefined) return scopeId;
  return processScopeOf(run, scope.parent);
}
