/** A case as lists and headers show it, with its words in both languages. */
import type { Calendar } from "../../engine/model/time.ts";
import type { CaseSummary, Position, Title } from "../contract/types.ts";
import type { CaseRow } from "../store/cases.ts";
import { deadlineOf } from "./deadline.ts";

/** Where the words come from. */
export interface Words {
  unit(code: string): Title;
  role(key: string): Title;
  /** Word of a code in a vocabulary of the street. */
  code(street: string, vocabulary: string, code: string): Title;
  calendar(street: string): Calendar;
  readonly now: number;
}

const iso = (at: number) => new Date(at).toISOString();

export function caseSummary(row: CaseRow, words: Words): CaseSummary {
  const street = row.street_id;
  const deadline = deadlineOf(row, {
    calendar: words.calendar(street),
    now: words.now,
    startedAt: row.started_at,
    suspended: row.suspended === 1,
    endedAt: row.closed_at,
  });
  return {
    id: row.id,
    number: row.number,
    street,
    streetTitle: words.unit(street),
    matter: row.matter,
    title: row.title,
    address: row.address,
    ...{ grid: row.grid, gridTitle: words.unit(row.grid) },
    state: row.state,
    level: row.level,
    severity: row.severity,
    stateTitle: words.code(street, "caseState", row.state),
    levelTitle: words.code(street, "level", row.level),
    ...(row.lead === null ? {} : { lead: row.lead, leadTitle: words.unit(row.lead) }),
    openedAt: iso(row.opened_at),
    ...(row.closed_at === null ? {} : { closedAt: iso(row.closed_at) }),
    ...(deadline === undefined ? {} : { deadline }),
    returns: row.returns,
    reworks: row.reworks,
    cards: { yellow: row.yellow, red: row.red },
    channel: row.channel,
    ...(row.rating === null ? {} : { rating: row.rating }),
    reopens: row.reopens,
    suspended: row.suspended === 1,
    supervised: row.supervised === 1,
    ...(row.position === null ? {} : { position: JSON.parse(row.position) as Position }),
  };
}
