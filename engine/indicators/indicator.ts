/** An indicator as content: which cases count, over which, in FEEL; nothing of it stands in code (standards.md §3.6). */
import { compile, evaluateStrict } from "../feel/index.ts";
import type { Expression } from "../feel/index.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import type { Title } from "../model/title.ts";
import type { TimeSpent } from "./time-spent.ts";

export interface Indicator {
  readonly id: string;
  readonly title: Title;
  /** How it is computed, in words. */
  readonly formula: Title;
  readonly over: "case" | "account";
  readonly unit: "count" | "percent" | "hours";
  /** Where it stands among the others: id of a group of the scorecard. */
  readonly group?: string;
  /** What leaders look at first. */
  readonly headline?: boolean;
  /** Of an average in hours: which time, as the limit of each case counts (see `timeSpent`); close unless it says. */
  readonly span?: keyof TimeSpent;
  /** FEEL over the facts: what counts. */
  readonly numerator: string;
  /** FEEL: out of what; a count has none, an average in hours divides by its numerator's cases. */
  readonly denominator?: string;
  readonly direction: "higher" | "lower" | "none";
  /** Parameter that holds the target. */
  readonly target?: string;
}

/** Which of its two sides a combination of facts counts for. */
export interface Verdict {
  readonly numerator: boolean;
  readonly denominator: boolean;
}

export type Judge = (facts: JsonObject) => Verdict;

/** Nothing in an indicator's FEEL may ask for the time: the period is already in the facts. */
const NEVER = { now: "1970-01-01T00:00:00.000Z", timeZone: "UTC" } as const;

function isTrue(expression: Expression, facts: JsonObject): boolean {
  const variables = (name: string): Json | undefined => (Object.hasOwn(facts, name) ? facts[name] : undefined);
  const result = evaluateStrict(expression, { variables, ...NEVER });
  if (!result.ok) throw new Error(`Expected "${expression.source}" to evaluate: ${result.problems[0]?.en ?? ""}`);
  return result.value === true;
}

function compiled(source: string): Expression {
  const result = compile(source);
  if (!result.ok) throw new Error(`Expected FEEL but got "${source}": ${result.problems[0]?.en ?? ""}`);
  return result.value;
}

/** In: an indicator that its kind's check has passed. Out: its judgement of one combination of facts. */
export function judgeOf(indicator: Pick<Indicator, "numerator" | "denominator">): Judge {
  const numerator = compiled(indicator.numerator);
  const denominator = indicator.denominator === undefined ? undefined : compiled(indicator.denominator);
  return (facts) => {
    const counts = isTrue(numerator, facts);
    const among = denominator === undefined ? counts : isTrue(denominator, facts);

    return { numerator: counts, denominator: among };
  };
}

/** Problems of a FEEL text that may read only these names. */
export function checkFeel(source: string, names: readonly string[]): readonly Problem[] {
  const result = compile(source);
  if (!result.ok) return result.problems;
  const unknown = result.value.names.filter((each) => !names.includes(each));
  return unknown.map((each) => ({
    code: "FACT_UNKNOWN",
    zh: `没有事实“${each}”`,
    en: `there is no fact "${each}"`,
  }));
}
