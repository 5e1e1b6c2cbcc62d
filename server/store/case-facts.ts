/** Facts of cases: written with every step, read by month as a short list of combinations, each with its count. */
import { conditions, isBelow, type Conditions } from "./conditions.ts";
import type { CaseFactRow, CaseRow } from "./rows.ts";
import type { Reader, Value } from "./session.ts";
import type { Tx } from "./transaction.ts";

export async function findFacts(read: Reader, street: string, caseId: string): Promise<CaseFactRow | undefined> {
  const [row] = await read.all<CaseFactRow>("SELECT * FROM case_fact WHERE street_id = $1 AND case_id = $2", [
    street,
    caseId,
  ]);
  return row;
}

/** Writes the columns that a step has changed; nothing when it changed none. */
export async function changeFacts(tx: Tx, before: CaseFactRow, after: CaseFactRow): Promise<void> {
  const columns = (Object.keys(after) as (keyof CaseFactRow)[]).filter((column) => after[column] !== before[column]);
  if (columns.length === 0) return;
  const sets = columns.map((column, index) => `${column} = $${index + 3}`).join(", ");
  const values = columns.map((column): Value => after[column]);
  await tx.run(`UPDATE case_fact SET ${sets} WHERE street_id = $1 AND case_id = $2`, [
    after.street_id,
    after.case_id,
    ...values,
  ]);
}

/** Some cases that have no facts yet: those of a database that is older than the table. */
export function casesWithoutFacts(read: Reader, most: number): Promise<readonly CaseRow[]> {
  return read.all<CaseRow>(
    `SELECT c.* FROM case_ c WHERE NOT EXISTS
     (SELECT 1 FROM case_fact f WHERE f.street_id = c.street_id AND f.case_id = c.id) ORDER BY c.street_id, c.id LIMIT ${most}`,
  );
}

/**
 * Whether the matter had been reported at the same place from `since` on before this case: the same place code, or where
 * neither has one the same address.
 */
export async function isReportedAgain(read: Reader, row: CaseRow, since: number): Promise<boolean> {
  const at = row.place_code === null ? "place_code IS NULL AND address = $6" : "place_code = $6";
  const [found] = await read.all(
    `SELECT 1 AS found FROM case_ WHERE street_id = $1 AND grid = $2 AND matter = $3 AND opened_at >= $4
     AND opened_at < $5 AND ${at} LIMIT 1`,
    [row.street_id, row.grid, row.matter, since, row.opened_at, row.place_code ?? row.address],
  );
  return found !== undefined;
}

/** Which cases a figure is about. */
export interface FactFilter {
  /** Tenants at or below the unit. */
  readonly streets: readonly string[];
  /** The unit's path: cases of its grids. */
  readonly path: string;
  /** `YYYY-MM`: cases that were reported, filed, due or ended in it. */
  readonly month: string;
  readonly largeClass?: string;
  /** Epoch milliseconds: what is late now. */
  readonly now: number;
  /** Reports of one matter in a community and month that make it frequent (高发), by street. */
  readonly frequentFrom: ReadonlyMap<string, number>;
}

const monthColumns = ["opened_month", "filed_month", "due_month", "closed_month"] as const;

/** Yes or no about a row, each one bit of `flags`. */
const flagged = {
  filed: "f.filed_at IS NOT NULL",
  handled: "f.handled_at IS NOT NULL",
  disposed: "f.disposed = 1",
  late: "f.late = 1 OR (f.handled_at IS NULL AND f.closed_at IS NULL AND f.suspended = 0 AND f.due_at < $now)",
  dispatchedLate: "f.dispatch_late = 1",
  verified: "f.verified = 1",
  verifiedLate: "f.verify_late = 1",
  repeated: "f.repeated = 1",
  frequent: "q.matter IS NOT NULL",
  extended: "f.extended = 1",
  suspended: "f.suspended = 1",
  escalated: "f.escalated = 1",
  returned: "f.returns > 0",
  reworked: "f.reworks > 0",
  reopened: "f.reopens > 0",
  yellow: "f.yellow > 0",
  red: "f.red > 0",
  supervised: "f.supervisions > 0",
  supervisionOpen: "f.supervisions_open > 0",
  instructed: "f.instructions > 0",
  instructionOpen: "f.instructions_open > 0",
  signAsked: "f.sign_unit IS NOT NULL",
  signed: "f.signed_at IS NOT NULL",
  signLate: "f.sign_late = 1",
} as const;

export type FactFlag = keyof typeof flagged;

const flagNames = Object.keys(flagged) as readonly FactFlag[];

/**
 * A combination of facts as the database gives it. The yes and no are one number, and the months stand in columns
 * instead of one query each: a year of 100,000 cases is one pass and a short list.
 */
export interface FactCombination extends Pick<CaseFactRow, (typeof monthColumns)[number]> {
  readonly flags: number;
  readonly outcome: string | null;
  readonly level: string;
  readonly severity: string;
  readonly channel: string;
  readonly rating: string | null;
}

const texts = ["outcome", "level", "severity", "channel", "rating"] as const;

/** The yes and no of a combination. */
export function flagsOf({ flags }: Pick<FactCombination, "flags">): Readonly<Record<FactFlag, boolean>> {
  const asked = flagNames.map((name, bit) => [name, Math.floor(flags / 2 ** bit) % 2 === 1] as const);
  return Object.fromEntries(asked) as Record<FactFlag, boolean>;
}

/** Whether a case counts in a month: it was reported, filed, due or ended in it. */
export const isInMonth = (row: FactCombination, month: string): boolean =>
  monthColumns.some((column) => row[column] === month);

/** What the combination of facts of a row is; the same text in lists and in counts, so that both agree. */
function combination(where: Conditions, { now }: FactFilter): readonly string[] {
  const at = where.value(now);
  const bits = flagNames.map(
    (name, bit) => `CASE WHEN ${flagged[name].replace("$now", at)} THEN ${2 ** bit} ELSE 0 END`,
  );
  return [`${bits.join(" + ")} AS flags`, ...[...monthColumns, ...texts].map((name) => `f.${name}`)];
}

/** Matters with so many reports in a community and month as the street calls frequent. */
function frequentMatters(where: Conditions, { streets, frequentFrom }: FactFilter, months: readonly string[]): string {
  const own = streets.filter((street) => frequentFrom.has(street));
  const each = own.map(
    (street) => `(street_id = ${where.value(street)} AND count(*) >= ${where.value(frequentFrom.get(street) ?? 0)})`,
  );
  return `SELECT street_id, community, matter, opened_month FROM case_fact
    WHERE street_id IN (${own.length === 0 ? "''" : own.map(where.value).join(", ")})
      AND opened_month IN (${months.map(where.value).join(", ")})
    GROUP BY street_id, community, matter, opened_month HAVING ${own.length === 0 ? "1 = 0" : each.join(" OR ")}`;
}

/** Cases `f`, with `q` where the month of their report made them frequent. */
const factSource = (where: Conditions, filter: FactFilter, months: readonly string[]): string =>
  `case_fact f LEFT JOIN (${frequentMatters(where, filter, months)}) q ON q.street_id = f.street_id
     AND q.community = f.community AND q.matter = f.matter AND q.opened_month = f.opened_month`;

function factConditions(where: Conditions, filter: FactFilter, months: readonly string[]): void {
  where.isOneOf("f.street_id", filter.streets);
  where.add(isBelow(where, "f.unit_path", [filter.path]));
  const asked = months.map(where.value).join(", ");
  where.add(`(${monthColumns.map((column) => `f.${column} IN (${asked})`).join(" OR ")})`);
  if (filter.largeClass !== undefined) where.add(`f.large_class = ${where.value(filter.largeClass)}`);
}

/** What figures may be broken down by. */
export type Dimension = "street_id" | "community" | "grid" | "large_class" | "lead" | "sign_unit";

/** Sum of the milliseconds that cases took, and how many have come so far. */
export interface TimeSums {
  readonly accept: number;
  readonly accepted: number;
  readonly handle: number;
  readonly handled: number;
  readonly close: number;
  readonly closed: number;
}

export type FactGroup = FactCombination &
  TimeSums & {
    /** Value of the dimension; null where a case has none, or without a dimension. */
    readonly of: string | null;
    readonly cases: number;
  };

const sum = (column: string, name: string, count: string) =>
  `CAST(coalesce(sum(f.${column}), 0) AS BIGINT) AS ${name}, count(f.${column}) AS ${count}`;

/** Combinations of facts of the cases of these months, with how many cases have each. */
export function groupFacts(
  read: Reader,
  filter: FactFilter,
  by?: Dimension,
  months: readonly string[] = [filter.month],
): Promise<readonly FactGroup[]> {
  const where = conditions();
  const facts = combination(where, filter);
  const source = factSource(where, filter, months);
  factConditions(where, filter, months);
  const of = by === undefined ? "NULL" : `f.${by}`;
  // Named by position: the expressions are long, and both databases take it.
  const positions = facts.map((_, index) => index + 2);
  return read.all<FactGroup>(
    `SELECT ${of} AS "of", ${facts.join(", ")}, count(*) AS cases, ${sum("accept_time", "accept", "accepted")},
       ${sum("handle_time", "handle", "handled")}, ${sum("close_time", "close", "closed")}
     FROM ${source} WHERE ${where.text()}
     GROUP BY ${[...(by === undefined ? [] : [1]), ...positions].join(", ")}`,
    where.values,
  );
}

export type CaseCombination = FactCombination & Pick<CaseFactRow, "street_id" | "case_id" | "opened_at">;

/** The same cases one by one, newest first: what a figure's list is chosen from. */
export function listFacts(
  read: Reader,
  filter: FactFilter,
  only?: { readonly dimension: Dimension; readonly value: string },
): Promise<readonly CaseCombination[]> {
  const where = conditions();
  const facts = combination(where, filter);
  const source = factSource(where, filter, [filter.month]);
  factConditions(where, filter, [filter.month]);
  if (only !== undefined) where.add(`f.${only.dimension} = ${where.value(only.value)}`);
  return read.all<CaseCombination>(
    `SELECT f.street_id, f.case_id, f.opened_at, ${facts.join(", ")} FROM ${source} WHERE ${where.text()}
     ORDER BY f.opened_at DESC, f.case_id DESC`,
    where.values,
  );
}

/** Rows of cases by their keys, in no order. */
export async function casesByKey(
  read: Reader,
  keys: readonly { readonly street_id: string; readonly case_id: string }[],
): Promise<readonly CaseRow[]> {
  if (keys.length === 0) return [];
  const where = conditions();
  where.isOneOf("c.street_id", [...new Set(keys.map((key) => key.street_id))]);
  where.isOneOf(
    "c.id",
    keys.map((key) => key.case_id),
  );
  return read.all<CaseRow>(`SELECT c.* FROM case_ c WHERE ${where.text()}`, where.values);
}

/** Months that have cases, oldest first, for the choice of a period. */
export async function firstMonth(read: Reader, streets: readonly string[]): Promise<string | undefined> {
  const where = conditions();
  where.isOneOf("street_id", streets);
  const [row] = await read.all<{ month: string | null }>(
    `SELECT min(opened_month) AS month FROM case_fact WHERE ${where.text()}`,
    where.values,
  );
  return row?.month ?? undefined;
}
