/** The register of people as lists show it: search, filters, keyset pages, one person, those that an import meets. */
import { conditions, containing, isBelow, type Conditions } from "./conditions.ts";
import { pageOf, pageSize, readCursor, type Page } from "./cursor.ts";
import type { Reader } from "./session.ts";

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly state: "active" | "disabled";
  readonly workPhone: string | null;
  readonly createdAt: number;
  readonly updatedAt: number | null;
  readonly leftAt: number | null;
  readonly login: string | null;
  readonly accountState: "active" | "invited" | "locked" | "closed" | null;
}

export interface PersonFilter {
  /** Unit paths: people with a post, now or once, at or below them are seen. Never empty. */
  readonly paths: readonly string[];
  /** Path of the unit that the list is narrowed to. */
  readonly unit?: string;
  readonly role?: string;
  /** Name, login or telephone. */
  readonly q?: string;
  readonly state?: "active" | "left" | "noLogin" | "locked";
  readonly cursor?: string;
  readonly limit?: number;
}

const columns = `p.id, p.name, p.state, p.work_phone AS "workPhone", p.created_at AS "createdAt",
  p.updated_at AS "updatedAt", p.left_at AS "leftAt", a.login, a.state AS "accountState"`;
const from = `FROM person p LEFT JOIN account a ON a.person_id = p.id`;

/** In force now, but for people who have left: then any. */
function addPosts(where: Conditions, filter: PersonFilter): void {
  const parts = ["o.person_id = p.id", isBelow(where, "u.path", filter.paths)];
  if (filter.unit !== undefined) parts.push(isBelow(where, "u.path", [filter.unit]));
  if (filter.role !== undefined) parts.push(`o.role = ${where.value(filter.role)}`);
  if (filter.unit !== undefined || filter.role !== undefined)
    parts.push(`(o.to_at IS NULL OR p.state = 'disabled') AND o.state <> 'declined'`);
  where.add(`EXISTS (SELECT 1 FROM post o JOIN org_unit u ON u.code = o.unit WHERE ${parts.join(" AND ")})`);
}

function addState(where: Conditions, state: PersonFilter["state"]): void {
  if (state === "left") return where.add("p.state = 'disabled'");
  where.add("p.state = 'active'");
  if (state === "noLogin") where.add("(a.state IS NULL OR a.state = 'invited')");
  if (state === "locked") where.add("a.state = 'locked'");
}

function conditionsOf(filter: PersonFilter): Conditions {
  if (filter.paths.length === 0) throw new Error("Expected the unit paths of a person, but the query has none.");
  const where = conditions();
  addPosts(where, filter);
  addState(where, filter.state);
  if (filter.q !== undefined && filter.q !== "") {
    const pattern = where.value(containing(filter.q));
    where.add(
      `(${["p.name", "a.login", "p.work_phone"].map((each) => `lower(${each}) LIKE ${pattern} ESCAPE '\\'`).join(" OR ")})`,
    );
  }
  return where;
}

export async function listPeople(read: Reader, filter: PersonFilter): Promise<Page<ListedPerson>> {
  const counted = conditionsOf(filter);
  const [count] = await read.all<{ total: number }>(
    `SELECT count(*) AS total ${from} WHERE ${counted.text()}`,
    counted.values,
  );
  const where = conditionsOf(filter);
  const after = readCursor(filter.cursor, 2);
  if (after !== undefined)
    where.add(`(p.name, p.id) > (${where.value(after[0] ?? null)}, ${where.value(after[1] ?? null)})`);
  const size = pageSize(filter.limit);
  const rows = await read.all<ListedPerson>(
    `SELECT ${columns} ${from} WHERE ${where.text()} ORDER BY p.name, p.id LIMIT ${size + 1}`,
    where.values,
  );
  return pageOf(rows, size, count?.total ?? 0, (row) => [row.name, row.id]);
}

/** All of them, for the Excel file. */
export function allListed(read: Reader, filter: Omit<PersonFilter, "cursor" | "limit">) {
  const where = conditionsOf(filter);
  return read.all<ListedPerson>(
    `SELECT ${columns} ${from} WHERE ${where.text()} ORDER BY p.name, p.id LIMIT 20000`,
    where.values,
  );
}

/** Anybody by id, wherever he is: the caller checks whether he is seen. */
export async function listedPerson(read: Reader, id: string): Promise<ListedPerson | undefined> {
  const [row] = await read.all<ListedPerson>(`SELECT ${columns} ${from} WHERE p.id = $1`, [id]);
  return row;
}

/** Everybody with a login or a telephone: what an import is compared with. */
export const knownPeople = (read: Reader): Promise<readonly ListedPerson[]> =>
  read.all<ListedPerson>(`SELECT ${columns} ${from} WHERE a.login IS NOT NULL OR p.work_phone IS NOT NULL`);
