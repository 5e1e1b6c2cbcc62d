/** The flow of a case with what has happened on it: where the tokens are, what is done, which flows were taken. */
import { scopeAt, tokensOf } from "../../engine/index.ts";
import type { InstanceState } from "../../engine/model/state.ts";
import type { Scope } from "../access/actor.ts";
import type { CaseDiagram } from "../contract/types.ts";
import { findCase } from "../store/cases.ts";
import { eventsOf, findRunningCase } from "../store/instances.ts";
import type { StoredEvent } from "../views/timeline.ts";
import type { RuntimeContext } from "./context.ts";
import { storedEvent } from "./read-events.ts";
import { readWaits } from "./read-waits.ts";

type Drawn = CaseDiagram["called"][number];

/** Process key of every scope that ever was, from its events. */
function scopesIn(events: readonly StoredEvent[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { body } of events)
    if (body.type === "processStarted" || body.type === "scopeEntered") found.set(body.scope.id, body.scope.processKey);
  return found;
}

interface Trace {
  readonly done: Set<string>;
  readonly flows: Set<string>;
}

/** What is done and taken, by process. */
function tracesOf(events: readonly StoredEvent[]): ReadonlyMap<string, Trace> {
  const scopes = scopesIn(events);
  const traces = new Map<string, Trace>();
  for (const { body } of events) {
    if (body.type !== "flowTaken" && body.type !== "tokenCompleted") continue;
    const key = scopes.get(body.scopeId) ?? "";
    const trace = traces.get(key) ?? { done: new Set(), flows: new Set() };
    traces.set(key, trace);
    if (body.type === "flowTaken") trace.flows.add(body.flowId);
    else trace.done.add(body.elementId);
  }
  return traces;
}

function tokensIn(state: InstanceState, processKey: string): Drawn["tokens"] {
  const counts = new Map<string, number>();
  for (const token of tokensOf(state))
    if (scopeAt(state, token.scopeId).processKey === processKey)
      counts.set(token.elementId, (counts.get(token.elementId) ?? 0) + 1);
  return [...counts].map(([elementId, count]) => ({ elementId, count }));
}

const drawnTypes = ["processStarted", "scopeEntered", "flowTaken", "tokenCompleted"] as const;

/** Processes that run below a call activity now, or have run there, in the order they began. */
function calledKeys(state: InstanceState, traces: ReadonlyMap<string, Trace>): readonly string[] {
  const running = Object.keys(state.scopes).map((id) => scopeAt(state, id).processKey);
  return [...new Set([...running, ...traces.keys()])].filter((key) => key !== state.processKey && key !== "");
}

/** See `Runtime.caseDiagram`. */
export async function readDiagram(
  context: RuntimeContext,
  scope: Scope,
  caseId: string,
): Promise<CaseDiagram | undefined> {
  const { store, catalogue } = context;
  const row = await findCase(store.read, scope, caseId);
  const running = row === undefined ? undefined : await findRunningCase(store.read, row.street_id, caseId);
  if (running === undefined) return undefined;
  const { bundle_hash: hash, state: text } = running.instance;
  const state = JSON.parse(text) as InstanceState;
  const events = await eventsOf(store.read, running.case.street_id, caseId, drawnTypes);
  const traces = tracesOf(events.map(storedEvent));
  const draw = async (processKey: string): Promise<Drawn> => ({
    processKey,
    xml: (await catalogue.processXml(hash, processKey)) ?? "",
    tokens: tokensIn(state, processKey),
    done: [...(traces.get(processKey)?.done ?? [])],
    flows: [...(traces.get(processKey)?.flows ?? [])],
  });
  return {
    ...(await draw(state.processKey)),
    waits: await readWaits(context, await catalogue.bundleByHash(hash), state),
    called: await Promise.all(calledKeys(state, traces).map(draw)),
  };
}
