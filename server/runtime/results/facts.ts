/** Combinations of facts, as the store counts them, in the names that indicators read. */
import { judgeOf, type CaseFactName, type Indicator, type Verdict } from "../../../engine/indicators/index.ts";
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import type { FactCombination } from "../../store/case-facts.ts";

export function caseFacts(row: FactCombination): Readonly<Record<CaseFactName, Json>> {
  return {
    ...{ openedInPeriod: row.opened_in === 1, filedInPeriod: row.filed_in === 1 },
    ...{ closedInPeriod: row.closed_in === 1, dueInPeriod: row.due_in === 1, filed: row.filed === 1 },
    ...{ closed: row.outcome === "closed", dismissed: row.outcome === "dismissed" },
    ...{ cancelled: row.outcome === "cancelled", late: row.late === 1 },
    onSpot: row.outcome === "closed" && row.disposed === 0,
    ...{ level: row.level, severity: row.severity, channel: row.channel, rating: row.rating },
    ...{ returned: row.returned === 1, reworked: row.reworked === 1, reopened: row.reopened === 1 },
    ...{ extended: row.extended === 1, suspended: row.suspended === 1, escalated: row.escalated === 1 },
    ...{ yellowCard: row.yellow === 1, redCard: row.red === 1, supervised: row.supervised === 1 },
    ...{ supervisionOpen: row.supervision_open === 1, instructed: row.instructed === 1 },
    ...{ instructionOpen: row.instruction_open === 1, signAsked: row.sign_asked === 1 },
    ...{ signed: row.signed === 1, signedInTime: row.signed === 1 && row.sign_late === 0 },
  };
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
