/**
 * Data outputs (BPMN 2.0 §10.4.2, §13.3.2): filled from what the work has brought, copied to where the associations lead.
 * One of the output sets has to be complete.
 */
import type { Json, JsonObject } from "../model/json.ts";
import type { DataCopy, DataFlow, FlowNode } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Outcome, Token } from "../model/state.ts";
import type { Place } from "./context.ts";
import { isThere } from "./data-inputs.ts";
import { mapOutputs } from "./mappings.ts";
import { INCIDENTS } from "./problems.ts";
import { own } from "./read-state.ts";
import type { Run } from "./run.ts";
import { isObject, refused } from "./values.ts";

interface Given {
  /** With the data outputs to be read by name; nothing rises beside them. */
  readonly outcome: Outcome;
  readonly variables: JsonObject;
}

/** Evaluates only. `isWhole`: of an activity that repeats all instances are done. */
export function planData(run: Run, token: Token, node: FlowNode, outcome: Outcome, isWhole: boolean): Result<Given> {
  const { data } = node;
  if (data === undefined) return { ok: true, value: { outcome, variables: {} } };
  return isWhole ? afterLoop(run, token, data, outcome) : afterWork(run, token, node, data, outcome);
}

function afterLoop(
  run: Run,
  { scopeId, locals }: Token,
  { afterLoop: copies }: DataFlow,
  outcome: Outcome,
): Result<Given> {
  if (copies === undefined) return { ok: true, value: { outcome, variables: {} } };
  const made = copyOutputs(run, copies, { scopeId, locals, visible: outcome.rising });
  return made.ok ? { ok: true, value: { outcome: {}, variables: made.value } } : made;
}

function afterWork(run: Run, token: Token, node: FlowNode, data: DataFlow, outcome: Outcome): Result<Given> {
  const brought = broughtBy(token, node, outcome);
  const filled = fill(data, node, brought);
  const place = { scopeId: token.scopeId, locals: token.locals, visible: { ...brought, ...filled } };
  const missing = missingOutputs(run, node, data, place);
  if (missing.length > 0) return refused(INCIDENTS.outputsMissing(missing));
  const made = copyOutputs(run, data.outputs, place);
  if (!made.ok) return made;
  const { rising, ...kept } = outcome;
  const visible = { ...rising, ...outcome.visible, ...filled };
  const isKept = data.isDrawn === true || data.results.length === 0;
  const rest = isKept && rising !== undefined ? { rising } : {};
  return { ok: true, value: { outcome: { ...kept, ...rest, visible }, variables: made.value } };
}

/** By name: what a person filled in, what came back, and of an event what it brought. */
function broughtBy(token: Token, node: FlowNode, { visible = {}, rising = {} }: Outcome): JsonObject {
  const submission = own(visible, "submission");
  const caught = node.kind === "startEvent" || node.kind === "boundaryEvent" ? token.locals : {};
  return { ...caught, ...rising, ...visible, ...(isObject(submission) ? submission : {}) };
}

/** An output takes the entry of its name; the only one of an activity else takes all that the work brought. */
function fill({ results, isDrawn }: DataFlow, node: FlowNode, brought: JsonObject): JsonObject {
  const named = results.flatMap((name): [string, Json][] => {
    const value = own(brought, name);
    return value === undefined ? [] : [[name, value]];
  });
  const [only] = results.length === 1 && named.length === 0 && isDrawn !== true ? results : [];
  const whole = only === undefined ? undefined : wholeOf(node, brought);
  return only === undefined || whole === undefined ? Object.fromEntries(named) : { [only]: whole };
}

/** A form's submission, a script's result, the one item of a message or all of what came. */
function wholeOf(node: FlowNode, brought: JsonObject): Json | undefined {
  if (node.kind === "userTask") return own(brought, "submission");
  if (node.kind === "scriptTask") return own(brought, "result");
  if (node.kind === "subProcess" || node.kind === "callActivity") return undefined;
  const values = Object.values(brought);
  if (values.length === 0) return undefined;
  return "event" in node && values.length === 1 ? values[0] : brought;
}

/** Nobody tells the engine what work by hand has given; all other work has to give one of the sets (§13.3.2). */
function missingOutputs(run: Run, node: FlowNode, { gives }: DataFlow, place: Place): readonly string[] {
  if (gives === undefined || !GIVES.has(node.kind)) return [];
  const missing = gives.map((names) => names.filter((name) => !isThere(run, name, place)));
  return missing.reduce((least, names) => (names.length < least.length ? names : least));
}

const GIVES: ReadonlySet<string> = new Set([
  "userTask",
  "serviceTask",
  "scriptTask",
  "businessRuleTask",
  "receiveTask",
  "subProcess",
  "callActivity",
]);

function copyOutputs(run: Run, copies: readonly DataCopy[], place: Place): Result<JsonObject> {
  const due = copies.filter(({ sources }) => sources.every((name) => isThere(run, name, place)));
  return mapOutputs(run, due, place);
}
