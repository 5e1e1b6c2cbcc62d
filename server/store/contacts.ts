/** Where persons can be reached, and by what they wish to be told. */
import { conditions } from "./conditions.ts";
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export interface ContactRow {
  readonly id: string;
  readonly email: string | null;
  /** The person's own mobile; null when only that of the post is known. */
  readonly mobile: string | null;
  /** The mobile, else the number of the post. */
  readonly phone: string | null;
  readonly wecomId: string | null;
  readonly dingtalkId: string | null;
  /** JSON of the person's wishes; null for what the content says. */
  readonly wishes: string | null;
}

const columns = `id, email, mobile, COALESCE(mobile, work_phone) AS phone, wecom_id AS "wecomId", dingtalk_id AS "dingtalkId", notice_wishes AS wishes`;

export async function contactsOf(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, ContactRow>> {
  if (ids.length === 0) return new Map();
  const where = conditions();
  where.isOneOf("id", ids);
  const rows = await read.all<ContactRow>(`SELECT ${columns} FROM person WHERE ${where.text()}`, where.values);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function saveContact(tx: Tx, row: Omit<ContactRow, "phone">): Promise<void> {
  await tx.run(
    `UPDATE person SET email = $2, mobile = $3, wecom_id = $4, dingtalk_id = $5, notice_wishes = $6 WHERE id = $1`,
    [row.id, row.email, row.mobile, row.wecomId, row.dingtalkId, row.wishes],
  );
}

/** Roles of persons, at whatever unit. */
export async function rolesOf(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (ids.length === 0) return new Map();
  const where = conditions();
  where.isOneOf("person_id", ids);
  const rows = await read.all<{ person_id: string; role: string }>(
    `SELECT person_id, role FROM grant_ WHERE ${where.text()}`,
    where.values,
  );
  const found = new Map<string, Set<string>>();
  for (const { person_id: id, role } of rows) found.set(id, (found.get(id) ?? new Set()).add(role));
  return found;
}
