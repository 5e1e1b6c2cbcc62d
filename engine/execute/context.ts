/** What an expression can read: named extras, the activity's locals, the variables outward, `param`, `instance`, `now`. */
import { evaluate, evaluateStrict, compile } from "../feel/index.ts";
import type { FeelContext } from "../feel/index.ts";
import { dayOf } from "../calendar/index.ts";
import type { ParameterSeries } from "../model/bundle.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Feel } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { InstanceState, StoredScope } from "../model/state.ts";
import type { Day, Instant } from "../model/time.ts";
import { loopVariable } from "./loop-variables.ts";
import { own } from "./read-state.ts";
import type { Run } from "./run.ts";

/** Where an expression stands. */
export interface Place {
  readonly scopeId: string;
  readonly locals?: JsonObject | undefined;
  readonly visible?: JsonObject | undefined;
}

/** Lenient: what is unknown is null, as FEEL has it (mappings, people, times). */
export function evaluateAt(run: Run, source: Feel, place: Place): Result<Json> {
  const expression = compile(source);
  return expression.ok ? evaluate(expression.value, contextOf(run, place)) : expression;
}

/** Strict: what is unknown is a problem (conditions of flows), because a silent false sends a case the wrong way. */
export function evaluateStrictAt(run: Run, source: Feel, place: Place): Result<Json> {
  const expression = compile(source);
  return expression.ok ? evaluateStrict(expression.value, contextOf(run, place)) : expression;
}

export function contextOf(run: Run, place: Place): FeelContext {
  return new PlaceContext(run, place);
}

/** A class, because a context is made for every expression and most expressions are short. */
class PlaceContext implements FeelContext {
  private readonly run: Run;
  private readonly place: Place;
  readonly now: Instant;
  readonly timeZone: string;

  constructor(run: Run, place: Place) {
    this.run = run;
    this.place = place;
    this.now = run.now;
    this.timeZone = run.timeZone;
  }

  variables(name: string): Json | undefined {
    return lookUp(this.run, this.place, name);
  }
}

function lookUp(run: Run, place: Place, name: string): Json | undefined {
  const near = own(place.visible, name) ?? own(place.locals, name);
  if (near !== undefined) return near;
  const value = variableAt(run.state, place.scopeId, name);
  if (value !== undefined) return value;
  if (name === "param") return parametersOf(run);
  if (name === "instance") return { startedAt: run.state.startedAt };
  return name === "now" ? run.now : undefined;
}

/** The variable of the nearest scope that has one of this name. */
export function variableAt(state: InstanceState, from: string, name: string): Json | undefined {
  let id: string | undefined = from;
  while (id !== undefined) {
    const scope: StoredScope | undefined = state.scopes[id];
    if (scope === undefined) return undefined;
    const stored = own(scope.variables, name);
    // Null is a value: it is found here and not looked for further out.
    const value = stored === undefined ? scope.loop && loopVariable(state, id, scope.loop, name) : stored;
    if (value !== undefined) return value;
    id = scopeAround(scope);
  }
  return undefined;
}

/** The next scope whose variables are seen from this one: a called process sees nothing of its caller. */
export function scopeAround(scope: StoredScope): string | undefined {
  return scope.elementId === undefined ? undefined : scope.parent;
}

/** Every variable seen from a place, the nearer hiding the farther. */
export function visibleVariables(run: Run, { scopeId, locals }: Place): JsonObject {
  const layers = [locals ?? {}];
  for (let id: string | undefined = scopeId; id !== undefined;) {
    const scope: StoredScope | undefined = run.state.scopes[id];
    if (scope === undefined) break;
    layers.push(scope.variables);
    id = scopeAround(scope);
  }
  return layers.reduceRight<JsonObject>((farther, nearer) => ({ ...farther, ...nearer }), {});
}

const parameters = new WeakMap<Run, JsonObject>();

/** Made when first asked for: most commands read no parameter (decided.md 15). */
function parametersOf(run: Run): JsonObject {
  const known = parameters.get(run);
  if (known !== undefined) return known;
  const start = dayOf(run.state.startedAt, run.timeZone);
  const today = dayOf(run.now, run.timeZone);
  const values = Object.fromEntries(
    Object.entries(run.bundle.parameters).map(([key, series]) => [key, valueOn(series, series.live ? today : start)]),
  );
  parameters.set(run, values);
  return values;
}

function valueOn(series: ParameterSeries, day: Day): Json {
  return series.values.findLast(({ from }) => from <= day)?.value ?? null;
}
