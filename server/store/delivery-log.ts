/** The log of what went out: listed with filters, counted by state. */
import type { Scope } from "../access/actor.ts";
import { conditions, containing, requireScope, type Conditions } from "./conditions.ts";
import { pageOf, pageSize, readCursor, type Page } from "./cursor.ts";
import type { DeliveryRow } from "./rows.ts";
import type { Reader } from "./session.ts";

export interface DeliveryFilter {
  readonly street?: string | undefined;
  readonly channel?: string | undefined;
  /** `held`: waits, but not for another try. */
  readonly state?: string | undefined;
  /** Part of the person's name. */
  readonly q?: string | undefined;
  /** Epoch milliseconds. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export type LoggedDelivery = DeliveryRow & { readonly person: string; readonly title: string | null };

const from = `FROM delivery d JOIN person p ON p.id = d.person_id
  LEFT JOIN notice n ON n.street_id = d.street_id AND n.id = d.notice_id`;

function within(where: Conditions, scope: Scope, filter: DeliveryFilter): void {
  where.isOneOf("d.street_id", filter.street === undefined ? scope.streets : [filter.street]);
  if (filter.channel !== undefined) where.add(`d.channel = ${where.value(filter.channel)}`);
  if (filter.q !== undefined && filter.q !== "")
    where.add(`LOWER(p.name) LIKE ${where.value(containing(filter.q))} ESCAPE '\\'`);
  if (filter.from !== undefined) where.add(`d.created_at >= ${where.value(filter.from)}`);
  if (filter.until !== undefined) where.add(`d.created_at < ${where.value(filter.until)}`);
}

const states: Readonly<Record<string, string>> = {
  sent: "d.state = 'sent'",
  failed: "d.state = 'failed'",
  waiting: "d.state = 'waiting' AND d.tries = 0",
  retrying: "d.state = 'waiting' AND d.tries > 0",
};

export interface DeliveryCounts {
  readonly waiting: number;
  readonly retrying: number;
  readonly sent: number;
  readonly failed: number;
}

/** Counts of all states, whatever state the filter names. */
export async function countDeliveries(read: Reader, given: Scope, filter: DeliveryFilter): Promise<DeliveryCounts> {
  const where = conditions();
  within(where, requireScope(given), filter);
  const counts = Object.entries(states).map(([name, test]) => `COUNT(CASE WHEN ${test} THEN 1 END) AS ${name}`);
  const [row] = await read.all<DeliveryCounts>(
    `SELECT ${counts.join(", ")} ${from} WHERE ${where.text()}`,
    where.values,
  );
  return row ?? { waiting: 0, retrying: 0, sent: 0, failed: 0 };
}

/** Newest first. */
export async function deliveries(read: Reader, given: Scope, filter: DeliveryFilter): Promise<Page<LoggedDelivery>> {
  const where = conditions();
  within(where, requireScope(given), filter);
  const state = filter.state === undefined ? undefined : states[filter.state];
  if (state !== undefined) where.add(`(${state})`);
  const [count] = await read.all<{ n: number }>(`SELECT COUNT(*) AS n ${from} WHERE ${where.text()}`, where.values);
  const [at, id] = readCursor(filter.cursor, 2) ?? [];
  if (at !== undefined && id !== undefined)
    where.add(
      `(d.created_at < ${where.value(at)} OR (d.created_at = ${where.value(at)} AND d.id < ${where.value(id)}))`,
    );
  const size = pageSize(filter.limit);
  const rows = await read.all<LoggedDelivery>(
    `SELECT d.*, p.name AS person, n.title ${from} WHERE ${where.text()}
     ORDER BY d.created_at DESC, d.id DESC LIMIT ${where.value(size + 1)}`,
    where.values,
  );
  return pageOf(rows, size, count?.n ?? 0, (row) => [row.created_at, row.id]);
}
