/**
 * Activities that repeat (BPMN 2.0 §13.3.6, §13.3.7): the activity's own token hosts a scope in which each instance is a
 * token of the same element. Boundary events and the budget belong to the host; mappings and work to the instances.
 */
import type { Json, JsonObject } from "../model/json.ts";
import type { FlowNode, Loop, MultiInstance, StandardLoop } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { LoopState, Outcome, Token } from "../model/state.ts";
import type { Opening } from "./behavior.ts";
import { keepScope } from "./compensation.ts";
import { evaluateAt, evaluateStrictAt } from "./context.ts";
import type { Place } from "./context.ts";
import { hasMetBehaviors, throwBehaviors } from "./loop-events.ts";
import { outputsOf } from "./loop-variables.ts";
import { INCIDENTS } from "./problems.ts";
import { hostOf, processOf, scopeAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { completeToken, enterElement, terminateTokensIn, withdraw } from "./tokens.ts";
import { depthOf } from "./depth.ts";
import { refused, wholeNumberAt } from "./values.ts";

type Begin = { readonly loop: LoopState; readonly items?: readonly Json[] };

/** The activity is entered: how often, and with what, is settled now (§13.3.7: once). */
export function planLoop(run: Run, host: Token, node: FlowNode, loop: Loop): Result<Opening> {
  const place = { scopeId: host.scopeId, locals: host.locals };
  const begin = loop.kind === "standard" ? planStandard(run, node, loop, place) : planMulti(run, loop, place);
  if (!begin.ok) return begin;
  if (depthOf(run, host.scopeId) >= run.settings.depth) return refused(INCIDENTS.tooDeep(run.settings.depth));
  const { value } = begin;
  return {
    ok: true,
    value: value === undefined ? () => run.leave(host.id, nothing(loop)) : () => open(run, host, loop, value),
  };
}

/** No instance at all: the activity completes (§13.3.7), with an empty output collection. */
function nothing(loop: Loop): Outcome {
  return loop.kind === "multi" && loop.output !== undefined ? { rising: { [loop.output.collection]: [] } } : {};
}

function planStandard(run: Run, node: FlowNode, loop: StandardLoop, place: Place): Result<Begin | undefined> {
  const begin: Begin = { loop: { next: 0, completed: 0 } };
  if (!loop.testBefore) return { ok: true, value: begin };
  const again = goesOn(run, node, loop, 0, place);
  return again.ok ? { ok: true, value: again.value ? begin : undefined } : again;
}

/** Whether a standard loop turns once more after `done` turns. */
function goesOn(run: Run, node: FlowNode, loop: StandardLoop, done: number, place: Place): Result<boolean> {
  if (loop.maximum !== undefined && done >= loop.maximum) return { ok: true, value: false };
  if (loop.condition === undefined) return { ok: true, value: true };
  const result = evaluateStrictAt(run, loop.condition, { ...place, visible: { ...place.visible, loopCounter: done } });
  if (!result.ok) return result;
  return typeof result.value === "boolean"
    ? { ok: true, value: result.value }
    : refused(INCIDENTS.loopNotBoolean(node.id));
}

function planMulti(run: Run, loop: MultiInstance, place: Place): Result<Begin | undefined> {
  const items = loop.input === undefined ? undefined : collectionAt(run, loop.input.collection, place);
  if (items?.ok === false) return items;
  const total = loop.cardinality === undefined ? items?.value.length : cardinalityAt(run, loop.cardinality, place);
  if (typeof total === "object" && !total.ok) return total;
  const count = typeof total === "object" ? total.value : (total ?? 0);
  if (count > run.settings.instances) return refused(INCIDENTS.tooManyInstances(count, run.settings.instances));
  if (count === 0) return { ok: true, value: undefined };
  const collects = loop.output === undefined ? {} : { collects: loop.output.collection };
  const state: LoopState = { total: count, next: loop.isSequential ? 0 : count, completed: 0, ...collects };
  return { ok: true, value: items === undefined ? { loop: state } : { loop: state, items: items.value } };
}

function collectionAt(run: Run, source: string, place: Place): Result<readonly Json[]> {
  const result = evaluateAt(run, source, place);
  if (!result.ok) return result;
  const { value } = result;
  return Array.isArray(value) ? { ok: true, value: value as readonly Json[] } : refused(INCIDENTS.collectionInvalid());
}

function cardinalityAt(run: Run, source: string, place: Place): Result<number> {
  const count = wholeNumberAt(run, source, place, "循环次数 loopCardinality");
  if (!count.ok) return count;
  return count.value < 0 ? refused(INCIDENTS.cardinalityNegative(count.value)) : count;
}

function open(run: Run, host: Token, loop: Loop, { loop: state, items }: Begin): void {
  const id = run.nextId("s");
  const { id: hostToken, scopeId: parent, elementId } = host;
  const processKey = processOf(run.bundle, run.state, parent).key;
  // Instances that come one after another take their items from the state.
  const kept = items !== undefined && loop.kind === "multi" && loop.isSequential ? { ...state, items } : state;
  run.emit({
    type: "scopeEntered",
    scope: { id, elementId, processKey, parent, hostToken, variables: {}, loop: kept },
  });
  run.creditInstances(state.next);
  if (state.next === 0) startNext(run, host, loop, id);
  for (let at = 0; at < state.next; at += 1) startInstance(run, host, loop, id, at, items?.[at]);
}

export function startNext(run: Run, host: Token, loop: Loop, scopeId: string): void {
  const state = loopAt(run, scopeId);
  run.emit({
    type: "loopAdvanced",
    scopeId,
    elementId: host.elementId,
    next: state.next + 1,
    completed: state.completed,
  });
  startInstance(run, host, loop, scopeId, state.next, state.items?.[state.next]);
}

export function startInstance(
  run: Run,
  host: Token,
  loop: Loop,
  scopeId: string,
  at: number,
  item: Json | undefined,
): void {
  const element = loop.kind === "multi" ? loop.input?.element : undefined;
  const own: JsonObject = element === undefined ? {} : { [element]: item ?? null };
  const { elementId, cameFrom, locals: around } = host;
  enterElement(run, { scopeId, elementId, cameFrom, locals: { ...around, ...own, loopCounter: at + 1 } });
}

export function loopAt(run: Run, scopeId: string): LoopState {
  const loop = run.state.scopes[scopeId]?.loop;
  if (loop === undefined) throw new Error(`Expected the loop of scope ${scopeId}, but it is not there`);
  return loop;
}

interface Turn {
  /** What it gives to the output collection. */
  readonly output: Json | undefined;
  /** No instance is started any more, and those under way end. */
  readonly isOver: boolean;
  /** A standard loop turns again, a sequential one has more. */
  readonly isNext: boolean;
  readonly met: readonly number[];
}

/** An instance is done: everything is evaluated first, so that an incident leaves it where it is. */
export function planTurn(run: Run, token: Token, node: FlowNode, outcome: Outcome): Result<Turn> {
  const { loop } = node;
  if (loop === undefined) throw new Error(`Expected a loop at ${node.id}, but there is none`);
  const state = loopAt(run, token.scopeId);
  const completed = state.completed + 1;
  const brought = { ...outcome.visible, ...outcome.rising };
  const place: Place = { scopeId: token.scopeId, locals: token.locals, visible: brought };
  if (loop.kind === "standard") {
    const again = goesOn(run, node, loop, completed, { scopeId: token.scopeId, visible: {} });
    return again.ok
      ? { ok: true, value: { output: undefined, isOver: !again.value, isNext: again.value, met: [] } }
      : again;
  }
  const output = loop.output === undefined ? undefined : evaluateAt(run, loop.output.element, place);
  if (output?.ok === false) return output;
  const counts = countsAfter(run, token, loop, state, output?.value);
  const isDone = completionOf(run, node, loop, { ...place, visible: { ...brought, ...counts } });
  if (!isDone.ok) return isDone;
  const met = hasMetBehaviors(run, node, loop, { ...place, visible: { ...brought, ...counts } });
  if (!met.ok) return met;
  const isOver = isDone.value || completed + (state.removed ?? 0) === state.total;
  const isNext = loop.isSequential && state.next < (state.total ?? 0);
  return { ok: true, value: { output: output?.value, isOver, isNext, met: met.value } };
}

/** As if this instance were counted already; the collection is only made for a condition that reads it. */
function countsAfter(
  run: Run,
  token: Token,
  loop: MultiInstance,
  state: LoopState,
  output: Json | undefined,
): JsonObject {
  const completed = state.completed + 1;
  const active = state.next - completed - (state.removed ?? 0);
  const counts = { numberOfCompletedInstances: completed, numberOfActiveInstances: active };
  const name = loop.output?.collection;
  if (name === undefined || !(loop.completionCondition ?? "").includes(name)) return counts;
  const outputs = [...outputsOf(run.state, token.scopeId, state)];
  outputs[placeOf(token)] = output ?? null;
  return { ...counts, [name]: outputs };
}

function placeOf(token: Token): number {
  const counter = token.locals?.["loopCounter"];
  return typeof counter === "number" ? counter - 1 : 0;
}

export function completionOf(run: Run, node: FlowNode, loop: MultiInstance, place: Place): Result<boolean> {
  if (loop.completionCondition === undefined) return { ok: true, value: false };
  const result = evaluateStrictAt(run, loop.completionCondition, place);
  if (!result.ok) return result;
  return typeof result.value === "boolean"
    ? { ok: true, value: result.value }
    : refused(INCIDENTS.loopNotBoolean(node.id));
}

export function takeTurn(run: Run, token: Token, node: FlowNode, turn: Turn, by: string | undefined): void {
  const { output, isOver, isNext, met } = turn;
  const { scopeId, elementId } = token;
  const { next, completed } = loopAt(run, scopeId);
  const host = hostOf(run.state, scopeAt(run.state, scopeId));
  if (host === undefined || node.loop === undefined) throw new Error(`Expected the host of ${elementId} in ${scopeId}`);
  withdraw(run, token.id);
  completeToken(run, token, by);
  const kept = output === undefined ? {} : { output: { at: placeOf(token), value: output } };
  run.emit({ type: "loopAdvanced", scopeId, elementId, next, completed: completed + 1, ...kept });
  throwBehaviors(run, host, token, node.loop, met);
  // What it has thrown may have ended the whole activity.
  if (run.state.scopes[scopeId] === undefined) return;
  if (isOver) finish(run, host, node.loop, scopeId);
  else if (isNext) startNext(run, host, node.loop, scopeId);
}

export function finish(run: Run, host: Token, loop: Loop, scopeId: string): void {
  const isCollected = loop.kind === "multi" && loop.output !== undefined;
  const collected = isCollected ? outputsOf(run.state, scopeId, loopAt(run, scopeId)) : [];
  terminateTokensIn(run, scopeId);
  keepScope(run, scopeId, host);
  run.emit({ type: "scopeLeft", scopeId, elementId: host.elementId, terminated: false });
  run.leave(host.id, isCollected ? { rising: { [loop.output.collection]: collected } } : {});
}
