/**
 * Where an instance begins (BPMN 2.0 §13.2): at the start event, receive task or event behind an event-based gateway that
 * has happened, or, in a process without a start event, at every node that no flow leads to (§10.5.2).
 */
import { compile, evaluate, evaluateStrict } from "../feel/index.ts";
import type { CommandOf } from "../model/command.ts";
import type { JsonObject } from "../model/json.ts";
import type { EventDefinition, FlowNode, FlowNodeOf, ProcessDefinition } from "../model/process.ts";
import type { Problem } from "../model/problem.ts";
import { behaviorOf } from "./activate.ts";
import { keepCorrelation } from "./correlation.ts";
import { rememberActor } from "./excludable.ts";
import { nodeIn, own, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { placeToken } from "./tokens.ts";
import { REJECTIONS } from "./problems.ts";

/** What can begin a process, each by the id that a `start` command names. */
export type Beginning =
  | { readonly kind: "event"; readonly node: FlowNodeOf<"startEvent"> }
  | { readonly kind: "receive"; readonly node: FlowNodeOf<"receiveTask"> }
  | { readonly kind: "gateway"; readonly node: FlowNode; readonly gatewayId: string; readonly flowId: string };

const known = new WeakMap<ProcessDefinition, readonly Beginning[]>();

/** Every beginning of a process that is an event, in document order. */
export function beginningsOf(process: ProcessDefinition): readonly Beginning[] {
  const found = known.get(process) ?? findBeginnings(process);
  known.set(process, found);
  return found;
}

function findBeginnings(process: ProcessDefinition): readonly Beginning[] {
  const { startEvents, instantiators = [] } = process.scope;
  return [...startEvents, ...instantiators].flatMap((id): readonly Beginning[] => {
    const node = nodeIn(process, id);
    if (node.kind === "startEvent") return [{ kind: "event", node }];
    if (node.kind === "receiveTask") return [{ kind: "receive", node }];
    return node.outgoing.map((flowId) => ({
      kind: "gateway",
      node: nodeIn(process, own(process.flows, flowId)?.targetId ?? ""),
      gatewayId: id,
      flowId,
    }));
  });
}

/** The event that a beginning waits for. */
export function eventOf({ node }: Beginning): EventDefinition {
  return "event" in node && node.event !== undefined ? node.event : { kind: "none" };
}

/** Out: the beginning that a command means, `undefined` for a process without a start event, or why there is none. */
export function beginningFor(
  run: Run,
  process: ProcessDefinition,
  command: CommandOf<"start">,
): { readonly ok: true; readonly value: Beginning | undefined } | { readonly ok: false; readonly problem: Problem } {
  const { startId, messageName, variables } = command;
  const all = beginningsOf(process);
  const isPlain = startId === undefined && messageName === undefined;
  if (all.length === 0 && isPlain) return { ok: true, value: undefined };
  const found = isPlain ? plainly(all) : all.find((one) => isMeant(run, one, startId, messageName));
  if (found === undefined) return { ok: false, problem: REJECTIONS.noStartEvent(process.key) };
  const event = eventOf(found);
  if (event.kind === "conditional" && !isMet(run, event.condition, variables))
    return { ok: false, problem: REJECTIONS.startConditionNotMet(found.node.id) };
  return { ok: true, value: found };
}

/** The none start event, or the only beginning by a message. */
function plainly(all: readonly Beginning[]): Beginning | undefined {
  const messages = all.filter((one) => eventOf(one).kind === "message");
  return all.find((one) => eventOf(one).kind === "none") ?? (messages.length === 1 ? messages[0] : undefined);
}

function isMeant(run: Run, one: Beginning, startId: string | undefined, messageName: string | undefined): boolean {
  if (startId !== undefined && one.node.id !== startId) return false;
  return messageName === undefined || messageNamesOf(run, eventOf(one)).includes(messageName);
}

function messageNamesOf(run: Run, event: EventDefinition): readonly string[] {
  if (event.kind === "multiple" && !event.isAll) return event.events.flatMap((part) => messageNamesOf(run, part));
  const expression = event.kind === "message" ? compile(event.name) : undefined;
  if (expression?.ok !== true) return [];
  const name = evaluate(expression.value, { variables: () => undefined, now: run.now, timeZone: run.timeZone });
  return name.ok && typeof name.value === "string" ? [name.value] : [];
}

/** There is no instance yet: a condition reads what the command brings and nothing else (§10.5.2). */
function isMet(run: Run, condition: string, variables: JsonObject): boolean {
  const expression = compile(condition);
  if (!expression.ok) return false;
  const seen = { variables: (name: string) => own(variables, name), now: run.now, timeZone: run.timeZone };
  const result = evaluateStrict(expression.value, seen);
  return result.ok && result.value === true;
}

const BRINGS: ReadonlySet<string> = new Set(["message", "signal", "multiple"]);

/** What a message or signal brings goes through its event; otherwise the process begins with the variables. */
export function isBrought(beginning: Beginning | undefined): boolean {
  return beginning !== undefined && BRINGS.has(eventOf(beginning).kind);
}

export function begin(
  run: Run,
  process: ProcessDefinition,
  scopeId: string,
  beginning: Beginning | undefined,
  variables: JsonObject,
): void {
  if (beginning === undefined) {
    for (const elementId of process.scope.implicitStarts ?? []) enter(run, scopeId, elementId);
  } else if (beginning.kind === "event") {
    enter(run, scopeId, beginning.node.id, isBrought(beginning) ? variables : undefined);
  } else {
    beginHere(run, process, scopeId, beginning, isBrought(beginning) ? variables : {});
  }
}

function enter(run: Run, scopeId: string, elementId: string, locals?: JsonObject): void {
  const tokenId = placeToken(run, { scopeId, elementId, ...(locals === undefined ? {} : { locals }) });
  rememberActor(run, tokenId);
  run.activate(tokenId);
}

/** The event has happened already: its token goes on, and a parallel gateway begins to wait for the others. */
function beginHere(
  run: Run,
  process: ProcessDefinition,
  scopeId: string,
  beginning: Exclude<Beginning, { readonly kind: "event" }>,
  payload: JsonObject,
): void {
  const { node } = beginning;
  const tokenId = placeToken(run, { scopeId, elementId: node.id });
  rememberActor(run, tokenId);
  const token = tokenAt(run.state, tokenId);
  const event = eventOf(beginning);
  if (event.kind === "message") keepCorrelation(run, scopeId, event, payload);
  if (token !== undefined) behaviorOf(node).caught?.(run, token, node, payload);
  if (beginning.kind === "receive") return;
  const gateway = nodeIn(process, beginning.gatewayId);
  if (gateway.kind !== "eventBasedGateway" || gateway.instantiates !== "parallel") return;
  // Behind the token that leaves, so that correlation keys can read what it has brought.
  run.activate(placeToken(run, { scopeId, elementId: gateway.id }), beginning.flowId);
}
