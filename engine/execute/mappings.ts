/** Input and output mappings (zeebe:ioMapping): in order, each seeing what the ones before it have made. */
import type { Json, JsonObject } from "../model/json.ts";
import type { Mapping } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import { evaluateAt, scopeAround, variableAt } from "./context.ts";
import type { Place } from "./context.ts";
import { own } from "./read-state.ts";
import type { Run } from "./run.ts";
import { isObject } from "./values.ts";

/** Variables that inputs make: `a.b` makes a context `a` with entry `b`. */
export function mapInputs(run: Run, mappings: readonly Mapping[], place: Place): Result<JsonObject> {
  let made: JsonObject = {};
  for (const { source, target } of mappings) {
    const value = evaluateAt(run, source, { ...place, locals: { ...place.locals, ...made } });
    if (!value.ok) return value;
    made = withPath(made, target.split("."), value.value);
  }
  return { ok: true, value: made };
}

/** Variables that outputs make: `a.b` changes entry `b` of the variable `a` that is seen from the place. */
export function mapOutputs(run: Run, mappings: readonly Mapping[], place: Place): Result<JsonObject> {
  let made: JsonObject = {};
  for (const { source, target } of mappings) {
    const value = evaluateAt(run, source, { ...place, visible: { ...place.visible, ...made } });
    if (!value.ok) return value;
    const [name = "", ...rest] = target.split(".");
    const before =
      rest.length > 0 && own(made, name) === undefined ? variableAt(run.state, place.scopeId, name) : undefined;
    made = withPath(before === undefined ? made : { ...made, [name]: before }, [name, ...rest], value.value);
  }
  return { ok: true, value: made };
}

export function withPath(base: JsonObject, [name = "", ...rest]: readonly string[], value: Json): JsonObject {
  if (rest.length === 0) return { ...base, [name]: value };
  const inner = own(base, name);
  return { ...base, [name]: withPath(isObject(inner) ? inner : {}, rest, value) };
}

/**
 * Variables rise from a scope as in zeebe: each to the nearest scope that has it, else to that of the process. They
 * never cross into a calling process by themselves.
 */
export function raiseVariables(run: Run, scopeId: string, variables: JsonObject): void {
  // The common case: the process itself, where all of them go.
  if (run.state.scopes[scopeId]?.parent === undefined)
    return Object.keys(variables).length === 0
      ? undefined
      : run.emit({ type: "variablesSet", scopeId, variables: { ...variables } });
  const byScope = new Map<string, [string, Json][]>();
  for (const [name, value] of Object.entries(variables)) {
    const home = homeOf(run, scopeId, name);
    const entries = byScope.get(home);
    if (entries === undefined) byScope.set(home, [[name, value]]);
    else entries.push([name, value]);
  }
  for (const [home, entries] of byScope) {
    run.emit({ type: "variablesSet", scopeId: home, variables: Object.fromEntries(entries) });
  }
}

function homeOf(run: Run, scopeId: string, name: string): string {
  let home = scopeId;
  for (;;) {
    const scope = run.state.scopes[home];
    const around = scope === undefined ? undefined : scopeAround(scope);
    if (around === undefined || Object.hasOwn(scope?.variables ?? {}, name)) return home;
    home = around;
  }
}
