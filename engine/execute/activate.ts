/** A token at its element: inputs, case state, budget, boundary events, then the element's own behavior. */
import type { FlowNode, Loop } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import type { Limit } from "../model/time.ts";
import { restBefore } from "./ad-hoc.ts";
import type { Behavior, Opening } from "./behavior.ts";
import { BEHAVIORS } from "./behaviors/index.ts";
import { startBudget } from "./budgets.ts";
import { planBoundaries } from "./boundaries.ts";
import type { Place } from "./context.ts";
import { inputsOf, waitsForData } from "./data-inputs.ts";
import { park } from "./incidents.ts";
import { planLoop } from "./loops.ts";
import { INCIDENTS } from "./problems.ts";
import { gather } from "./quantities.ts";
import { ROOT_SCOPE, isInstance, nodeOf, own, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { activeToken } from "./tokens.ts";
import { causeOf, limitAt, refused } from "./values.ts";

export function behaviorOf(node: FlowNode): Behavior {
  return BEHAVIORS[node.kind] as Behavior;
}

/** Everything is evaluated before anything is opened, so an incident leaves nothing half done. */
export function activate(run: Run, tokenId: string, flowId: string | undefined): void {
  const entered = activeToken(run.state, tokenId);
  if (entered === undefined) return;
  const node = nodeOf(run.bundle, run.state, entered);
  if (flowId !== undefined && entered.scopeId !== ROOT_SCOPE && restBefore(run, entered, node, flowId)) return;
  if (node.startQuantity !== undefined && flowId !== undefined) return gather(run, entered, node.startQuantity, flowId);
  const isOne = node.loop !== undefined && isInstance(run.state, entered);
  if (node.data?.needs !== undefined && !isOne && waitsForData(run, entered, node)) return;
  if (node.loop !== undefined && !isOne) return activateLoop(run, entered, node, node.loop);
  const inputs = inputsOf(run, node, { scopeId: entered.scopeId, locals: entered.locals });
  if (!inputs.ok) return park(run, entered, causeOf(inputs), retryOf(flowId));
  if (node.inputs.length > 0 || Object.keys(inputs.value).length > 0)
    run.emit({ type: "localsSet", tokenId, variables: inputs.value });
  const token = tokenAt(run.state, tokenId) ?? entered;
  const surroundings =
    behaviorOf(node).isInstant || isInstance(run.state, token) ? NOTHING : planSurroundings(run, token, node);
  if (!surroundings.ok) return park(run, entered, causeOf(surroundings), retryOf(flowId));
  const opening = behaviorOf(node).activate(run, token, node, flowId);
  if (!opening.ok) return park(run, entered, causeOf(opening), retryOf(flowId));
  setCaseState(run, node);
  for (const open of surroundings.value) open(run, token);
  opening.value(run, token);
}

/** Boundary events and budget are armed once, around all instances. */
function activateLoop(run: Run, token: Token, node: FlowNode, loop: Loop): void {
  const surroundings = behaviorOf(node).isInstant ? NOTHING : planSurroundings(run, token, node);
  if (!surroundings.ok) return park(run, token, causeOf(surroundings), { retry: "activate" });
  const opening = planLoop(run, token, node, loop);
  if (!opening.ok) return park(run, token, causeOf(opening), { retry: "activate" });
  setCaseState(run, node);
  for (const open of surroundings.value) open(run, token);
  opening.value(run, token);
}

function retryOf(flowId: string | undefined): Parameters<typeof park>[3] {
  return flowId === undefined ? { retry: "activate" } : { retry: "activate", flowId };
}

/** The element's own work again, with what is armed around it left as it is. */
export function reopen(run: Run, token: Token): void {
  const node = nodeOf(run.bundle, run.state, token);
  const opening = behaviorOf(node).activate(run, token, node, undefined);
  if (opening.ok) opening.value(run, token);
  else park(run, token, causeOf(opening), { retry: "open" });
}

const NOTHING: Result<readonly Opening[]> = { ok: true, value: [] };

function planSurroundings(run: Run, token: Token, node: FlowNode): Result<readonly Opening[]> {
  if (node.clock === undefined && node.boundary.length === 0) return NOTHING;
  const place: Place = { scopeId: token.scopeId, locals: token.locals };
  const boundaries = planBoundaries(run, token, place);
  if (!boundaries.ok || node.clock === undefined) return boundaries;
  const limit = checkedLimit(run, node, limitAt(run, node.clock.limit, place));
  if (!limit.ok) return limit;
  return { ok: true, value: [() => startBudget(run, token, node, limit.value), ...boundaries.value] };
}

function checkedLimit(run: Run, node: FlowNode, limit: Result<Limit>): Result<Limit> {
  const isKnown = node.ladder === undefined || own(run.bundle.ladders, node.ladder) !== undefined;
  return isKnown ? limit : refused(INCIDENTS.ladderUnknown(node.ladder ?? ""));
}

function setCaseState(run: Run, { id: elementId, caseState }: FlowNode): void {
  if (caseState === undefined || run.state.caseState === caseState) return;
  run.emit({ type: "caseStateSet", caseState, elementId });
  run.effect({ type: "setCaseState", caseState });
}
