/** Persons and their grants. */
import { openPost } from "./posts.ts";
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export interface StoredPerson {
  readonly id: string;
  readonly name: string;
}

export interface StoredGrant {
  readonly unit: string;
  readonly role: string;
}

/** An active person, or undefined when there is none or the person is disabled. */
export async function findPerson(read: Reader, id: string): Promise<StoredPerson | undefined> {
  const [row] = await read.all<StoredPerson>(`SELECT id, name FROM person WHERE id = $1 AND state = 'active'`, [id]);
  return row;
}

/** Names of persons, also of those disabled since: history keeps its names. */
export async function personNames(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const marks = ids.map((_, index) => `$${index + 1}`).join(",");
  const rows = await read.all<StoredPerson>(`SELECT id, name FROM person WHERE id IN (${marks})`, [...ids]);
  return new Map(rows.map((row) => [row.id, row.name]));
}

export function grantsOf(read: Reader, personId: string): Promise<readonly StoredGrant[]> {
  return read.all<StoredGrant>(`SELECT unit, role FROM grant_ WHERE person_id = $1 ORDER BY granted_at, unit, role`, [
    personId,
  ]);
}

/** Grants of several persons. */
export async function grantsOfMany(
  read: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredGrant[]>> {
  const found = new Map<string, StoredGrant[]>();
  if (ids.length === 0) return found;
  const marks = ids.map((_, index) => `$${index + 1}`).join(",");
  const rows = await read.all<StoredGrant & { readonly personId: string }>(
    `SELECT person_id AS "personId", unit, role FROM grant_ WHERE person_id IN (${marks}) ORDER BY granted_at, unit, role`,
    [...ids],
  );
  for (const { personId, unit, role } of rows) found.set(personId, [...(found.get(personId) ?? []), { unit, role }]);
  return found;
}

/** Active persons with a role at a unit, in the order of their names. */
export function peopleAt(read: Reader, unit: string, role: string): Promise<readonly StoredPerson[]> {
  return read.all<StoredPerson>(
    `SELECT p.id, p.name FROM grant_ g JOIN person p ON p.id = g.person_id
     WHERE g.unit = $1 AND g.role = $2 AND p.state = 'active' ORDER BY p.name, p.id`,
    [unit, role],
  );
}

export type GrantedPerson = StoredPerson & StoredGrant;

/** Every active person with every grant: the demo's sign-in page. */
export function allGranted(read: Reader): Promise<readonly GrantedPerson[]> {
  return read.all<GrantedPerson>(
    `SELECT p.id, p.name, g.unit, g.role FROM grant_ g JOIN person p ON p.id = g.person_id
     WHERE p.state = 'active' ORDER BY g.unit, g.role, p.name, p.id`,
  );
}

/** Telephone numbers of posts by person's id; who has none is not in it. */
export async function workPhonesOf(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const marks = ids.map((_, index) => `$${index + 1}`).join(",");
  const rows = await read.all<{ readonly id: string; readonly phone: string }>(
    `SELECT id, work_phone AS phone FROM person WHERE id IN (${marks}) AND work_phone IS NOT NULL`,
    [...ids],
  );
  return new Map(rows.map((row) => [row.id, row.phone]));
}

export interface NewPerson extends StoredPerson {
  readonly workPhone?: string;
  readonly grants: readonly StoredGrant[];
  readonly at: number;
}

export async function addPerson(tx: Tx, person: NewPerson): Promise<void> {
  await tx.run(`INSERT INTO person (id, name, state, created_at, work_phone) VALUES ($1, $2, 'active', $3, $4)`, [
    person.id,
    person.name,
    person.at,
    person.workPhone ?? null,
  ]);
  for (const { unit, role } of person.grants) {
    await openPost(tx, { personId: person.id, unit, role, at: person.at, by: "system" });
  }
}
