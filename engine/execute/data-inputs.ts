/**
 * Data inputs (BPMN 2.0 §10.4.2, §13.3.2): an activity waits until one of its input sets is there; then its associations
 * copy what they find into variables of its own.
 */
import type { JsonObject } from "../model/json.ts";
import type { DataCopy, FlowNode } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import { evaluateAt, variableAt } from "./context.ts";
import type { Place } from "./context.ts";
import { mapInputs, withPath } from "./mappings.ts";
import { own } from "./read-state.ts";
import type { Run } from "./run.ts";

/** Work by hand and work that nobody has described read nothing here, so they wait for nothing. */
const READS_NOTHING: ReadonlySet<string> = new Set(["abstractTask", "manualTask"]);

/** The token waits, and the data is asked for again whenever variables change. Out: whether it has to. */
export function waitsForData(run: Run, token: Token, node: FlowNode): boolean {
  if (missingData(run, token, node).length === 0) return false;
  const { id: tokenId, elementId, scopeId } = token;
  const isWaiting = run.owned("conditions", tokenId).length > 0;
  const condition = { id: run.nextId("c"), elementId, scopeId, tokenId, isForData: true } as const;
  if (!isWaiting) run.emit({ type: "conditionAwaited", condition });
  return true;
}

/** What is missing of the input set that misses least; nothing when one is complete. */
export function missingData(run: Pick<Run, "state">, token: Token, node: FlowNode): readonly string[] {
  if (node.data?.needs === undefined || READS_NOTHING.has(node.kind)) return [];
  const place = { scopeId: token.scopeId, locals: token.locals };
  const missing = node.data.needs.map((names) => names.filter((name) => !isThere(run, name, place)));
  return missing.reduce((least, names) => (names.length < least.length ? names : least));
}

/** Null is no data: an object is unavailable until something has been put into it (§10.4.1). */
export function isThere(run: Pick<Run, "state">, name: string, { visible, locals, scopeId }: Place): boolean {
  const value = own(visible, name) ?? own(locals, name) ?? variableAt(run.state, scopeId, name);
  return value !== undefined && value !== null;
}

/** The activity's own variables: what associations copy, then what zeebe's mappings make of it. */
export function inputsOf(run: Run, node: FlowNode, place: Place): Result<JsonObject> {
  if (node.data === undefined) return mapInputs(run, node.inputs, place);
  const copied = copyInputs(run, node.data.inputs, place);
  if (!copied.ok || node.inputs.length === 0) return copied;
  const mapped = mapInputs(run, node.inputs, { ...place, locals: { ...place.locals, ...copied.value } });
  return mapped.ok ? { ok: true, value: { ...copied.value, ...mapped.value } } : mapped;
}

/** A plain copy reads what is around the activity, an expression also what the associations before it have made. */
function copyInputs(run: Run, copies: readonly DataCopy[], place: Place): Result<JsonObject> {
  let made: JsonObject = {};
  for (const { source, target, sources } of copies) {
    if (!sources.every((name) => isThere(run, name, place))) continue;
    const isPlain = sources.length === 1 && sources[0] === source;
    const value = evaluateAt(run, source, isPlain ? place : { ...place, locals: { ...place.locals, ...made } });
    if (!value.ok) return value;
    made = withPath(made, target.split("."), value.value);
  }
  return { ok: true, value: made };
}
