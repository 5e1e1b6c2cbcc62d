/** Accounts and who of them was active in a month. */
import { conditions } from "./conditions.ts";
import type { Reader } from "./session.ts";

export interface AccountInMonth {
  readonly id: string;
  readonly unit: string;
  readonly role: string;
  readonly active: number;
}

/** Every grant of an active person at these units, with whether he did anything in the month in these streets. */
export function accountsInMonth(
  read: Reader,
  units: readonly string[],
  streets: readonly string[],
  month: string,
): Promise<readonly AccountInMonth[]> {
  const where = conditions();
  const at = where.value(month);
  const marks = streets.length === 0 ? "''" : streets.map(where.value).join(", ");
  where.add("p.state = 'active'");
  where.isOneOf("g.unit", units);
  return read.all<AccountInMonth>(
    `SELECT p.id, g.unit, g.role, CASE WHEN EXISTS (SELECT 1 FROM active_person a
       WHERE a.street_id IN (${marks}) AND a.month = ${at} AND a.person_id = p.id) THEN 1 ELSE 0 END AS active
     FROM grant_ g JOIN person p ON p.id = g.person_id WHERE ${where.text()} ORDER BY p.id, g.unit, g.role`,
    where.values,
  );
}
