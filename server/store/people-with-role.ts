/** Active persons by role, for the lists of who may take over. */
import type { GrantedPerson } from "./people.ts";
import type { Reader } from "./session.ts";

/** In the order of unit, role and name. */
export function peopleWith(read: Reader, roles: readonly string[]): Promise<readonly GrantedPerson[]> {
  if (roles.length === 0) return Promise.resolve([]);
  const marks = roles.map((_, index) => `$${index + 1}`).join(", ");
  return read.all<GrantedPerson>(
    `SELECT p.id, p.name, g.unit, g.role FROM grant_ g JOIN person p ON p.id = g.person_id
     WHERE g.role IN (${marks}) AND p.state = 'active' ORDER BY g.unit, g.role, p.name, p.id`,
    [...roles],
  );
}
