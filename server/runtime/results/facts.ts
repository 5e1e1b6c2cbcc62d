/** Combinations of facts, as the store counts them, in the names that indicators read. */
import { judgeOf, type CaseFactName, type Indicator, type Verdict } from "../../../engine/indicators/index.ts";
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import { flagsOf, type FactCombination } from "../../store/case-facts.ts";

/** In: the month that the figures are of. */
export function caseFacts(row: FactCombination, month: string): Readonly<Record<CaseFactName, Json>> {
  const is = flagsOf(row);
  return {
    ...{ openedInPeriod: row.opened_month === month, filedInPeriod: row.filed_month === month },
    ...{ closedInPeriod: row.closed_month === month, dueInPeriod: row.due_month === month },
    ...{ filed: is.filed, handled: is.handled, disposed: is.disposed, late: is.late },
    ...{ closed: row.outcome === "closed", dismissed: row.outcome === "dismissed" },
    ...{ cancelled: row.outcome === "cancelled", onSpot: row.outcome === "closed" && !is.disposed },
    ...{ dispatchedLate: is.dispatchedLate, verified: is.verified, verifiedLate: is.verifiedLate },
    ...{ frequent: is.frequent, repeated: is.repeated },
    ...{ level: row.level, severity: row.severity, channel: row.channel, rating: row.rating },
    ...{ returned: is.returned, reworked: is.reworked, reopened: is.reopened, extended: is.extended },
    ...{ suspended: is.suspended, escalated: is.escalated, yellowCard: is.yellow, redCard: is.red },
    ...{ supervised: is.supervised, supervisionOpen: is.supervisionOpen },
    ...{ instructed: is.instructed, instructionOpen: is.instructionOpen },
    ...{ signAsked: is.signAsked, signed: is.signed, signedInTime: is.signed && !is.signLate },
  };
}

/** Names what a combination is in a month; the same for every month in which it is the same. */
export function keyOf(row: FactCombination, month: string): string {
  const months = [row.opened_month, row.filed_month, row.due_month, row.closed_month].map((each) => each === month);
  return [...months, row.flags, row.outcome, row.level, row.severity, row.channel, row.rating].join("|");
}

/** Combinations are few; the bound is for content that one day knows more of them. */
const MOST_KEPT = 20_000;
const kept = new WeakMap<Indicator, (facts: JsonObject, key: string) => Verdict>();

function remembering(indicator: Indicator): (facts: JsonObject, key: string) => Verdict {
  const judge = judgeOf(indicator);
  const verdicts = new Map<string, Verdict>();
  return (facts, key) => {
    const before = verdicts.get(key);
    if (before !== undefined) return before;
    if (verdicts.size >= MOST_KEPT) verdicts.clear();
    const verdict = judge(facts);
    verdicts.set(key, verdict);
    return verdict;
  };
}

/** An indicator's verdict about facts; each combination is evaluated once, `key` names it. */
export function verdictOf(indicator: Indicator, facts: JsonObject, key: string): Verdict {
  const judge = kept.get(indicator) ?? remembering(indicator);
  kept.set(indicator, judge);
  return judge(facts, key);
}
