/**
 * Ad-hoc sub-processes (BPMN 2.0 §13.3.5): an inner activity is enabled when no flow leads to it or tokens wait before it;
 * somebody picks what is done next, one at a time when the ordering is sequential. After each completion the completion
 * condition is asked. With `zeebe:adHoc` the collection picks, and what follows by flows is done without picking.
 */
import type { Bundle } from "../model/bundle.ts";
import type { Json } from "../model/json.ts";
import type { FlowNode, FlowNodeOf, ProcessDefinition } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { InstanceState, Outcome, Token } from "../model/state.ts";
import { evaluateAt, evaluateStrictAt, variableAt } from "./context.ts";
import { sharedPath } from "./path.ts";
import { INCIDENTS } from "./problems.ts";
import { ROOT_SCOPE, nodeIn, processOf, scopeAt, tokensOf } from "./read-state.ts";
import type { Run } from "./run.ts";
import { arriveAtJoin, enterElement, placeToken, terminateToken } from "./tokens.ts";
import { refused } from "./values.ts";

type AdHoc = FlowNodeOf<"adHocSubProcess">;

/** The ad-hoc sub-process that a scope runs. */
export function adHocOf(bundle: Bundle, state: InstanceState, scopeId: string): AdHoc | undefined {
  const scope = state.scopes[scopeId];
  if (scopeId === ROOT_SCOPE || scope?.elementId === undefined || scope.loop !== undefined) return undefined;
  const node = processOf(bundle, state, scopeId).nodes[scope.elementId];
  return node?.kind === "adHocSubProcess" ? node : undefined;
}

/** Gateways and events go on by themselves; only activities are picked. */
function isActivity({ kind }: FlowNode): boolean {
  return !kind.endsWith("Event") && !kind.endsWith("Gateway");
}

/** An inner activity that a flow leads to waits to be picked. Out: whether it does. */
export function restBefore(run: Run, token: Token, node: FlowNode, flowId: string): boolean {
  const adHoc = adHocOf(run.bundle, run.state, token.scopeId);
  if (adHoc === undefined || !isActivity(node)) return false;
  if (adHoc.picks !== undefined && !isBusy(run, adHoc, token.scopeId, token.id)) return false;
  arriveAtJoin(run, token, flowId);
  return true;
}

/** Sequential: another activity is under way. */
function isBusy(run: Run, adHoc: AdHoc, scopeId: string, except?: string): boolean {
  return adHoc.isSequential && run.tokensIn(scopeId).some((token) => token.id !== except && isUnderWay(run, token));
}

function isUnderWay(run: Run, token: Token): boolean {
  if (token.arrivedBy !== undefined) return false;
  return isActivity(nodeIn(processOf(run.bundle, run.state, token.scopeId), token.elementId));
}

export interface Choice {
  readonly scopeId: string;
  readonly adHocId: string;
  /** Inner activities that can be picked now. */
  readonly elementIds: readonly string[];
}

/** What people can pick in every ad-hoc sub-process of an instance, for screens. */
export function adHocChoices(bundle: Bundle, state: InstanceState): readonly Choice[] {
  return Object.keys(state.scopes).flatMap((scopeId) => {
    const adHoc = adHocOf(bundle, state, scopeId);
    return adHoc === undefined ? [] : [choiceIn(bundle, state, scopeId, adHoc)];
  });
}

function choiceIn(bundle: Bundle, state: InstanceState, scopeId: string, adHoc: AdHoc): Choice {
  const tokens = tokensOf(state).filter((token) => token.scopeId === scopeId);
  const process = processOf(bundle, state, scopeId);
  const isTaken =
    adHoc.isSequential &&
    tokens.some((token) => token.arrivedBy === undefined && isActivity(nodeIn(process, token.elementId)));
  const isInterrupted = tokens.some(({ elementId }) => isEndOfAll(process, nodeIn(process, elementId)));
  const isOver = isTaken || isInterrupted || state.scopes[scopeId]?.isEnding === true;
  const elementIds = isOver ? [] : adHoc.scope.nodeIds.filter((id) => isEnabled(nodeIn(process, id), tokens));
  return { scopeId, adHocId: adHoc.id, elementIds };
}

function isEnabled(node: FlowNode, tokens: readonly Token[]): boolean {
  const isHandler = node.isForCompensation === true || (node.kind === "subProcess" && node.isTriggeredByEvent === true);
  if (!isActivity(node) || isHandler) return false;
  return node.incoming.length === 0 || restingAt(node.id, tokens).length >= (node.startQuantity ?? 1);
}

function restingAt(elementId: string, tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((token) => token.elementId === elementId && token.arrivedBy !== undefined);
}

/** The activity has been picked: of what rests before it as many tokens are taken as it needs. */
export function pick(run: Run, scopeId: string, node: FlowNode): void {
  const { id: elementId } = node;
  const resting = restingAt(elementId, run.tokensIn(scopeId)).slice(0, node.startQuantity ?? 1);
  if (resting.length > 0) {
    const flowIds = resting.flatMap(({ arrivedBy }) => arrivedBy ?? []);
    run.emit({ type: "joinFired", elementId, scopeId, flowIds, tokenIds: resting.map(({ id }) => id) });
  }
  run.activate(placeToken(run, { scopeId, elementId, cameFrom: sharedPath(resting) }));
}

/** What an inner completion means: nothing outside of an ad-hoc sub-process. */
interface Turn {
  readonly adHoc: AdHoc;
  readonly isOver: boolean;
  /** The output collection with what this completion gives to it. */
  readonly collected?: Json;
}

/** Everything is evaluated before the token completes, so that an incident leaves it where it is. */
export function planInner(run: Run, token: Token, node: FlowNode, outcome: Outcome): Result<Turn | undefined> {
  const adHoc = adHocOf(run.bundle, run.state, token.scopeId);
  if (adHoc === undefined || !isActivity(node)) return OUTSIDE;
  const visible = { ...outcome.visible, ...outcome.rising };
  const place = { scopeId: token.scopeId, locals: token.locals, visible };
  const collected = collect(run, adHoc, node, place);
  if (!collected.ok) return collected;
  const named =
    adHoc.collects === undefined || collected.value === undefined ? {} : { [adHoc.collects.name]: collected.value };
  const kept = collected.value === undefined ? {} : { collected: collected.value };
  if (isEndOfAll(processOf(run.bundle, run.state, token.scopeId), node))
    return { ok: true, value: { adHoc, isOver: true, ...kept } };
  if (adHoc.completion === undefined) return { ok: true, value: { adHoc, isOver: false, ...kept } };
  const result = evaluateStrictAt(run, adHoc.completion, { ...place, visible: { ...visible, ...named } });
  if (!result.ok) return result;
  return typeof result.value === "boolean"
    ? { ok: true, value: { adHoc, isOver: result.value, ...kept } }
    : refused(INCIDENTS.completionNotBoolean(adHoc.id));
}

const OUTSIDE: Result<undefined> = { ok: true, value: undefined };

/** An interrupting event sub-process has taken the place of everything else (§13.5.4). */
function isEndOfAll(process: ProcessDefinition, node: FlowNode): boolean {
  if (node.kind !== "subProcess" || node.isTriggeredByEvent !== true) return false;
  const start = nodeIn(process, node.scope.startEvents[0] ?? "");
  return start.kind === "startEvent" && start.interrupting !== false;
}

/** zeebe: each inner flow that comes to its end adds one. */
function collect(
  run: Run,
  { collects }: AdHoc,
  node: FlowNode,
  place: Parameters<typeof evaluateAt>[2],
): Result<Json | undefined> {
  if (collects === undefined || node.outgoing.length > 0) return OUTSIDE;
  const value = evaluateAt(run, collects.element, place);
  if (!value.ok) return value;
  const before = variableAt(run.state, place.scopeId, collects.name);
  return { ok: true, value: [...(Array.isArray(before) ? (before as readonly Json[]) : []), value.value] };
}

/** Before the completed token takes its flows. Out: whether it still does. */
export function takeInner(run: Run, scopeId: string, { adHoc, isOver, collected }: Turn): boolean {
  if (collected !== undefined && adHoc.collects !== undefined)
    run.emit({ type: "variablesSet", scopeId, variables: { [adHoc.collects.name]: collected } });
  if (isOver) endAdHoc(run, scopeId, adHoc);
  return run.state.scopes[scopeId]?.isEnding !== true;
}

/** Nothing is begun any more; what runs is cancelled, or awaited when the diagram says so (§13.3.5). */
export function endAdHoc(run: Run, scopeId: string, adHoc: AdHoc): void {
  if (run.state.scopes[scopeId]?.isEnding !== true) run.emit({ type: "adHocEnding", scopeId, elementId: adHoc.id });
  const isCancelled = adHoc.isSequential || adHoc.cancelsRemaining;
  for (const token of run.tokensIn(scopeId)) if (isCancelled || !isUnderWay(run, token)) terminateToken(run, token.id);
  run.checkScope(scopeId);
}

/** Without a token in it, it still waits for people to pick, unless what picks has nothing more to say. */
export function staysOpen(run: Run, scopeId: string): boolean {
  const adHoc = adHocOf(run.bundle, run.state, scopeId);
  if (adHoc === undefined || scopeAt(run.state, scopeId).isEnding === true) return false;
  return adHoc.picks === undefined || adHoc.completion !== undefined;
}

/** Sequential and picked by a collection: the next of those that wait. */
export function goOnInTurn(run: Run, scopeId: string, { adHoc }: Turn): void {
  if (adHoc.picks === undefined || isBusy(run, adHoc, scopeId)) return;
  const next = run.tokensIn(scopeId).find((token) => token.arrivedBy !== undefined && isPickable(run, token));
  if (next !== undefined) pick(run, scopeId, nodeIn(processOf(run.bundle, run.state, scopeId), next.elementId));
}

function isPickable(run: Run, { elementId, scopeId }: Token): boolean {
  return isEnabled(nodeIn(processOf(run.bundle, run.state, scopeId), elementId), run.tokensIn(scopeId));
}

/** Events that no flow leads to can happen again and again as long as it is open (§13.3.5). */
export function catchAgain(run: Run, scopeId: string, node: FlowNode): void {
  if (node.kind !== "intermediateCatchEvent" || node.incoming.length > 0) return;
  const adHoc = adHocOf(run.bundle, run.state, scopeId);
  if (adHoc === undefined || scopeAt(run.state, scopeId).isEnding === true) return;
  if (node.event.kind !== "link") enterElement(run, { scopeId, elementId: node.id });
}
