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
}

const inMonth = ["opened", "filed", "due", "closed"] as const;
type InMonth = (typeof inMonth)[number];

const flag = (condition: string, name: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END AS ${name}`;

/** A combination of facts as the database gives it: small numbers for yes and no. */
export type FactCombination = Readonly<Record<`${InMonth}_in`, number>> & {
  readonly outcome: string | null;
  readonly level: string;
  readonly severity: string;
  readonly channel: string;
  readonly rating: string | null;
  readonly filed: number;
  readonly disposed: number;
  readonly late: number;
  readonly extended: number;
  readonly suspended: number;
  readonly escalated: number;
  readonly returned: number;
  readonly reworked: number;
  readonly reopened: number;
  readonly yellow: number;
  readonly red: number;
  readonly supervised: number;
  readonly supervision_open: number;
  readonly instructed: number;
  readonly instruction_open: number;
  readonly sign_asked: number;
  readonly signed: number;
  readonly sign_late: number;
};

/** What the combination of facts of a row is; the same text in lists and in counts, so that both agree. */
function combination(where: Conditions, { month, now }: FactFilter): readonly string[] {
  const [at, at_] = [where.value(month), where.value(now)];
  return [
    ...inMonth.map((name) => flag(`f.${name}_month = ${at}`, `${name}_in`)),
    ...["f.outcome", "f.level", "f.severity", "f.channel", "f.rating"],
    flag("f.filed_at IS NOT NULL", "filed"),
    "f.disposed",
    flag(
      `f.late = 1 OR (f.handled_at IS NULL AND f.closed_at IS NULL AND f.suspended = 0 AND f.due_at < ${at_})`,
      "late",
    ),
    ...["f.extended", "f.suspended", "f.escalated"],
    flag("f.returns > 0", "returned"),
    flag("f.reworks > 0", "reworked"),
    flag("f.reopens > 0", "reopened"),
    flag("f.yellow > 0", "yellow"),
    flag("f.red > 0", "red"),
    flag("f.supervisions > 0", "supervised"),
    flag("f.supervisions_open > 0", "supervision_open"),
    flag("f.instructions > 0", "instructed"),
    flag("f.instructions_open > 0", "instruction_open"),
    flag("f.sign_unit IS NOT NULL", "sign_asked"),
    flag("f.signed_at IS NOT NULL", "signed"),
    "f.sign_late",
  ];
}

function factConditions(filter: FactFilter): Conditions {
  const where = conditions();
  where.isOneOf("f.street_id", filter.streets);
  where.add(isBelow(where, "f.unit_path", [filter.path]));
  const month = where.value(filter.month);
  where.add(`(${inMonth.map((name) => `f.${name}_month = ${month}`).join(" OR ")})`);
  if (filter.largeClass !== undefined) where.add(`f.large_class = ${where.value(filter.largeClass)}`);
  return where;
}

/** What figures may be broken down by. */
export type Dimension = "street_id" | "community" | "grid" | "large_class" | "lead" | "sign_unit";

export type FactGroup = FactCombination & {
  /** Value of the dimension; null where a case has none, or without a dimension. */
  readonly of: string | null;
  readonly cases: number;
  /** Milliseconds from filing to the end, added up over the cases that have both. */
  readonly spent: number;
  readonly timed: number;
};

/** Combinations of facts with how many cases have each. */
export function groupFacts(read: Reader, filter: FactFilter, by?: Dimension): Promise<readonly FactGroup[]> {
  const where = factConditions(filter);
  const facts = combination(where, filter);
  const of = by === undefined ? "NULL" : `f.${by}`;
  // Named by position: the expressions are long, and both databases take it.
  const positions = facts.map((_, index) => index + 2);
  return read.all<FactGroup>(
    `SELECT ${of} AS "of", ${facts.join(", ")}, count(*) AS cases,
       CAST(coalesce(sum(f.closed_at - f.filed_at), 0) AS BIGINT) AS spent, count(f.closed_at - f.filed_at) AS timed
     FROM case_fact f WHERE ${where.text()}
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
  const where = factConditions(filter);
  const facts = combination(where, filter);
  if (only !== undefined) where.add(`f.${only.dimension} = ${where.value(only.value)}`);
  return read.all<CaseCombination>(
    `SELECT f.street_id, f.case_id, f.opened_at, ${facts.join(", ")} FROM case_fact f WHERE ${where.text()}
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
