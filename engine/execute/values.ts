/** Results of expressions as the kinds that the engine needs, or what is wrong with them. */
import { instantFrom } from "../calendar/index.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Feel } from "../model/process.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { Clock, Instant, Limit } from "../model/time.ts";
import { evaluateAt } from "./context.ts";
import type { Place } from "./context.ts";
import { INCIDENTS } from "./problems.ts";
import type { Run } from "./run.ts";

export function refused(problem: Problem): Result<never> {
  return { ok: false, problems: [problem] };
}

/** The problem that speaks for a failed result. */
export function causeOf(result: { readonly problems: readonly Problem[] }): Problem {
  const [first] = result.problems;
  if (first === undefined) throw new Error("Expected a failed result to name a problem, but it names none");
  return first;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function textAt(run: Run, source: Feel, place: Place, what: string): Result<string> {
  const result = evaluateAt(run, source, place);
  if (!result.ok) return result;
  const { value } = result;
  if (typeof value === "string" && value !== "") return { ok: true, value };
  return typeof value === "number" ? { ok: true, value: String(value) } : refused(INCIDENTS.notText(what));
}

/** An optional text: an absent expression and null are both `undefined`. */
export function optionalTextAt(
  run: Run,
  source: Feel | undefined,
  place: Place,
  what: string,
): Result<string | undefined> {
  const result = source === undefined ? undefined : evaluateAt(run, source, place);
  if (result === undefined || (result.ok && (result.value === null || result.value === ""))) return NONE;
  if (!result.ok) return result;
  return typeof result.value === "string" ? { ok: true, value: result.value } : refused(INCIDENTS.notText(what));
}

const NONE: Result<undefined> = { ok: true, value: undefined };

/** Candidates: a list of texts, or one text with commas as zeebe writes it. */
export function textsAt(run: Run, source: Feel | undefined, place: Place, what: string): Result<readonly string[]> {
  if (source === undefined) return { ok: true, value: [] };
  const result = evaluateAt(run, source, place);
  if (!result.ok) return result;
  const texts = textsOf(result.value);
  return texts === undefined ? refused(INCIDENTS.notTexts(what)) : { ok: true, value: texts };
}

export function textsOf(value: Json): readonly string[] | undefined {
  if (value === null) return [];
  const list = typeof value === "string" ? value.split(",").map((part) => part.trim()) : value;
  if (!Array.isArray(list)) return undefined;
  const known: readonly Json[] = list.filter((item: Json) => item !== null && item !== "");
  return known.every((item) => typeof item === "string") ? [...new Set(known)] : undefined;
}

export function wholeNumberAt(run: Run, source: Feel, place: Place, what: string): Result<number> {
  const result = evaluateAt(run, source, place);
  if (!result.ok) return result;
  const number = typeof result.value === "string" ? Number(result.value) : result.value;
  return typeof number === "number" && Number.isInteger(number)
    ? { ok: true, value: number }
    : refused(INCIDENTS.notNumber(what));
}

export function instantAt(run: Run, source: Feel, place: Place, what: string): Result<Instant> {
  const text = textAt(run, source, place, what);
  return text.ok ? instantFrom(text.value, run.timeZone) : text;
}

export function optionalInstantAt(
  run: Run,
  source: Feel | undefined,
  place: Place,
  what: string,
): Result<Instant | undefined> {
  const text = optionalTextAt(run, source, place, what);
  return text.ok && text.value !== undefined ? instantFrom(text.value, run.timeZone) : text;
}

const CLOCKS = {
  urgentHour: true,
  workHour: true,
  workDay: true,
  naturalDay: true,
} as const satisfies Record<Clock, true>;

export function limitAt(run: Run, source: Feel, place: Place): Result<Limit> {
  const result = evaluateAt(run, source, place);
  if (!result.ok) return result;
  return isLimit(result.value) ? { ok: true, value: limitOf(result.value) } : refused(INCIDENTS.notLimit());
}

/** More than its two entries may be there; only they are kept. */
function limitOf({ value, clock }: Limit): Limit {
  return { value, clock };
}

export function isLimit(value: unknown): value is Limit {
  if (typeof value !== "object" || value === null || !("value" in value) || !("clock" in value)) return false;
  const isClock = typeof value.clock === "string" && Object.hasOwn(CLOCKS, value.clock);
  return isClock && typeof value.value === "number" && Number.isFinite(value.value) && value.value >= 0;
}
