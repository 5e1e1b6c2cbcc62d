/** Figures out of counted facts: what an indicator counts, out of how many, and the value people read. */
import type { Indicator } from "../../../engine/indicators/index.ts";
import type { JsonObject } from "../../../engine/model/json.ts";
import type { Figure } from "../../contract/types.ts";
import type { AccountInMonth } from "../../store/active-people.ts";
import { isInMonth, type FactGroup } from "../../store/case-facts.ts";
import { caseFacts, keyOf, verdictOf } from "./facts.ts";
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
  /** Milliseconds by span, and how many cases have it; accounts have none. */
  readonly times?: Readonly<Record<Span, readonly [spent: number, timed: number]>>;
}

type Span = NonNullable<Indicator["span"]>;

function add(sum: Sum, indicator: Indicator, { facts, key, cases, times }: Counted): void {
  const verdict = verdictOf(indicator, facts, key);
  if (verdict.denominator) sum.of += cases;
  if (!verdict.numerator) return;
  const [spent, timed] = times?.[indicator.span ?? "close"] ?? [0, 0];
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

function countedGroup(group: FactGroup, month: string): Counted {
  const times = {
    accept: [group.accept, group.accepted],
    handle: [group.handle, group.handled],
    close: [group.close, group.closed],
  } as const;
  return { facts: caseFacts(group, month), key: keyOf(group, month), cases: group.cases, times };
}

export function caseFigures(indicators: readonly Indicator[], groups: readonly FactGroup[], month: string): Figure[] {
  return figuresOf(
    indicators,
    groups.filter((group) => isInMonth(group, month)).map((group) => countedGroup(group, month)),
  );
}

/** Figures by the value of the groups' dimension. */
export function figuresBy(
  indicators: readonly Indicator[],
  groups: readonly FactGroup[],
  month: string,
): ReadonlyMap<string, Figure[]> {
  const by = groupBy(groups, (group) => group.of ?? "");
  const named = [...by].filter(([code]) => code !== "");
  return new Map(named.map(([code, own]) => [code, caseFigures(indicators, own, month)]));
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
      return { facts, key: JSON.stringify(facts), cases: 1 };
    }),
  );
}
