/** How built-in functions say what they take; one place checks and coerces arguments (DMN §10.3.2.9.4). */
import type { Run } from "./run.ts";
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from "./temporal.ts";
import { FeelFunction, FeelRange, isContext, isList, isNumber } from "./value.ts";
import type { Arguments, Context, List, Value } from "./value.ts";
import type { FeelNumber } from "./number.ts";

interface KindOfParameter {
  any: Value;
  /** Anything but null. */
  some: Value;
  string: string;
  number: FeelNumber;
  boolean: boolean;
  list: List;
  context: Context;
  range: FeelRange;
  function: FeelFunction;
  date: FeelDate;
  time: FeelTime;
  dateTime: FeelDateTime;
  /** A date or a date and time. */
  day: FeelDate | FeelDateTime;
  days: DaysDuration;
  duration: DaysDuration | MonthsDuration;
}
type ParameterKind = keyof KindOfParameter;
/** `name:kind`, `name:kind?` (may be left out or null) or `...name:kind` (the rest, as a list). */
type Parameter = `${string}:${ParameterKind}` | `${string}:${ParameterKind}?`;
type ArgumentOf<P> = P extends `...${string}:${infer K extends ParameterKind}`
  ? readonly KindOfParameter[K][]
  : P extends `${string}:${infer K extends ParameterKind}?`
    ? KindOfParameter[K] | undefined
    : P extends `${string}:${infer K extends ParameterKind}`
      ? KindOfParameter[K]
      : never;
type ArgumentsOf<P extends readonly Parameter[]> = { readonly [I in keyof P]: ArgumentOf<P[I]> };

interface ParsedParameter {
  readonly name: string;
  readonly fits: (value: Value) => boolean;
  readonly kind: ParameterKind;
  readonly isOptional: boolean;
  readonly isRest: boolean;
}

const FITS: Readonly<Record<ParameterKind, (value: Value) => boolean>> = {
  any: () => true,
  some: (value) => value !== null,
  string: (value) => typeof value === "string",
  number: isNumber,
  boolean: (value) => typeof value === "boolean",
  list: isList,
  context: isContext,
  range: (value) => value instanceof FeelRange,
  function: (value) => value instanceof FeelFunction,
  date: (value) => value instanceof FeelDate,
  time: (value) => value instanceof FeelTime,
  dateTime: (value) => value instanceof FeelDateTime,
  day: (value) => value instanceof FeelDate || value instanceof FeelDateTime,
  days: (value) => value instanceof DaysDuration,
  duration: (value) => value instanceof DaysDuration || value instanceof MonthsDuration,
};

/** A built-in with one signature. The body may answer null for arguments that fit but make no sense. */
export function builtin<const P extends readonly Parameter[]>(
  parameters: P,
  body: (run: Run, ...args: ArgumentsOf<P>) => Value,
): FeelFunction {
  const parsed = parameters.map(parseParameter);
  // The one cast of the room: `bind` has checked every argument against the signature the type is made from.
  const call = body as unknown as (run: Run, ...args: readonly unknown[]) => Value;
  return new FeelFunction((run, args) => {
    const bound = bind(run, parsed, args);
    return bound === undefined ? undefined : call(run, ...bound);
  });
}

/** A built-in with several signatures: the first that accepts the arguments answers. */
export function overloads(...functions: readonly FeelFunction[]): FeelFunction {
  return new FeelFunction((run, args) => {
    for (const candidate of functions) {
      const value = candidate.invoke(run, args);
      if (value !== undefined) return value;
    }
    return undefined;
  });
}

function parseParameter(text: Parameter): ParsedParameter {
  const isRest = text.startsWith("...");
  const isOptional = text.endsWith("?");
  const [name = "", kind = ""] = text.replace("...", "").replace("?", "").split(":");
  const parameterKind = kind as ParameterKind;
  return { name, kind: parameterKind, fits: FITS[parameterKind], isOptional, isRest };
}

function bind(run: Run, parameters: readonly ParsedParameter[], args: Arguments): readonly unknown[] | undefined {
  if ("named" in args) return bindNamed(run, parameters, args.named);
  const { positional } = args;
  const bound: unknown[] = [];
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.isRest) return bindRest(run, parameter, bound, positional.slice(index));
    const value = accept(run, parameter, positional[index]);
    if (!value.isAccepted) return undefined;
    bound.push(value.value);
  }
  return positional.length > parameters.length ? undefined : bound;
}

function bindRest(
  run: Run,
  parameter: ParsedParameter,
  bound: unknown[],
  rest: readonly Value[],
): readonly unknown[] | undefined {
  const values = rest.map((item) => accept(run, parameter, item));
  return values.every((item) => item.isAccepted) ? [...bound, values.map((item) => item.value)] : undefined;
}

function bindNamed(
  run: Run,
  parameters: readonly ParsedParameter[],
  named: ReadonlyMap<string, Value>,
): readonly unknown[] | undefined {
  const known = new Set(parameters.map((parameter) => parameter.name));
  if ([...named.keys()].some((name) => !known.has(name))) return undefined;
  const bound: unknown[] = [];
  for (const parameter of parameters) {
    const given = named.get(parameter.name);
    // `sum(list: [1, 2])`: the collected parameter takes the list as it stands.
    const rest = parameter.isRest ? (isList(given) ? given : given === undefined ? [] : [given]) : undefined;
    if (rest !== undefined) return bindRest(run, parameter, bound, rest);
    const value = accept(run, parameter, given);
    if (!value.isAccepted) return undefined;
    bound.push(value.value);
  }
  return bound;
}

interface Acceptance {
  readonly isAccepted: boolean;
  readonly value?: unknown;
}
const REFUSED: Acceptance = { isAccepted: false };

function accept(run: Run, parameter: ParsedParameter, given: Value | undefined): Acceptance {
  const isAbsent = given === undefined || (given === null && parameter.kind !== "any");
  if (isAbsent) return parameter.isOptional ? { isAccepted: true, value: undefined } : REFUSED;
  if (parameter.fits(given)) {
    if (parameter.kind === "list") run.spend((given as List).length);
    // Reading a text is cheap, but not when it is long and read in a loop.
    if (parameter.kind === "string") run.spend((given as string).length >> 6);
    return { isAccepted: true, value: given };
  }
  return coerce(parameter, given);
}

/** Implicit conversions (DMN §10.3.2.9.4): a value to a list of one, a list of one to its value. */
function coerce(parameter: ParsedParameter, given: Value): Acceptance {
  if (parameter.kind === "list") return { isAccepted: true, value: [given] };
  const only = isList(given) && given.length === 1 ? given[0] : undefined;
  return only !== undefined && parameter.fits(only) ? { isAccepted: true, value: only } : REFUSED;
}
