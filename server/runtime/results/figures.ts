/** Figures out of counted facts: what an indicator counts, out of how many, and the value people read. */
import type { Indicator } from "../../../engine/indicators/index.ts";
import type { JsonObject } from "../../../engine/model/json.ts";
import type { Figure } from "../../contract/types.ts";
import type { AccountInMonth } from "../../store/active-people.ts";
import type { FactGroup } from "../../store/case-facts.ts";
import { caseFacts, verdictOf } from "./facts.ts";
import { groupBy } from "./group-by.ts";

const HOUR = 3_600_000;

/** One decimal, as the bulletins of the trade print it. */
const rounded = (value: number) => Math.round(value * 10) / 10;

interface Sum {
  counted: number;
  of: number;
  spent: number;
  timed: number;
}

/** A share of nothing is no figure: null, shown as a dash. */
function valueOf(indicator: Indicator, { counted, of, spent, timed }: Sum): number | null {
  switch (indicator.unit) {
    case "count":
      return counted;
    case "percent":
      return of === 0 ? null : rounded((counted / of) * 100);
    case "hours":
      return timed === 0 ? null : rounded(spent / timed / HOUR);
  }
}

const figureOf = (indicator: Indicator, sum: Sum): Figure => ({
  ...{ id: indicator.id, value: valueOf(indicator, sum), counted: sum.counted, of: sum.of },
});

interface Counted {
  readonly facts: JsonObject;
  readonly key: string;
  readonly cases: number;
  readonly spent: number;
  readonly timed: number;
}

function add(sum: Sum, indicator: Indicator, { facts, key, cases, spent, timed }: Counted): void {
  const verdict = verdictOf(indicator, facts, key);
  if (verdict.denominator) sum.of += cases;
  if (!verdict.numerator) return;
  sum.counted += cases;
  sum.spent += spent;
  sum.timed += timed;
}

function figuresOf(indicators: readonly Indicator[], counted: readonly Counted[]): Figure[] {
  return indicators.map((indicator) => {
    const sum: Sum = { counted: 0, of: 0, spent: 0, timed: 0 };
    for (const each of counted) add(sum, indicator, each);
    return figureOf(indicator, sum);
  });
}

function countedGroup({ of: _of, cases, spent, timed, ...combination }: FactGroup): Counted {
  const facts = caseFacts(combination);
  return { facts, key: Object.values(combination).join("|"), cases, spent, timed };
}

export function caseFigures(indicators: readonly Indicator[], groups: readonly FactGroup[]): Figure[] {
  return figuresOf(indicators, groups.map(countedGroup));
}

/** Figures by the value of the groups' dimension. */
export function figuresBy(
  indicators: readonly Indicator[],
  groups: readonly FactGroup[],
): ReadonlyMap<string, Figure[]> {
  const by = groupBy(groups, (group) => group.of ?? "");
  return new Map([...by].filter(([code]) => code !== "").map(([code, own]) => [code, caseFigures(indicators, own)]));
}

/** An account as FEEL sees it; somebody with several posts is one account. */
export function accountFacts(account: Pick<AccountInMonth, "role" | "active">, unitKind: string): JsonObject {
  return { active: account.active === 1, role: account.role, unitKind };
}

/** In: one post of each account. */
export function accountFigures(
  indicators: readonly Indicator[],
  accounts: readonly AccountInMonth[],
  kindOf: (unit: string) => string,
): Figure[] {
  return figuresOf(
    indicators,
    accounts.map((account) => {
      const facts = accountFacts(account, kindOf(account.unit));
      return { facts, key: JSON.stringify(facts), cases: 1, spent: 0, timed: 0 };
    }),
  );
}
