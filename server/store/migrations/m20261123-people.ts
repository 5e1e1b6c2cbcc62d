/**
 * People as a register: posts with their beginning and end (`grant_` stays what is in force now), invitations instead
 * of fixed passwords, and when somebody was changed and when he left.
 */
export const people = {
  name: "2026-11-23-people",
  statements: (): readonly string[] => [
    `ALTER TABLE person ADD COLUMN updated_at BIGINT`,
    `ALTER TABLE person ADD COLUMN left_at BIGINT`,
    `CREATE TABLE post (
      person_id TEXT NOT NULL REFERENCES person (id), unit TEXT NOT NULL, role TEXT NOT NULL, from_at BIGINT NOT NULL,
      to_at BIGINT, state TEXT NOT NULL, by_person TEXT NOT NULL, ended_by TEXT,
      PRIMARY KEY (person_id, unit, role, from_at))`,
    `CREATE INDEX post_unit ON post (unit, role)`,
    `INSERT INTO post (person_id, unit, role, from_at, to_at, state, by_person, ended_by)
      SELECT person_id, unit, role, granted_at, NULL, 'current', 'system', NULL FROM grant_`,
    `CREATE TABLE invitation (
      code_hash TEXT NOT NULL PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), created_at BIGINT NOT NULL,
      expires_at BIGINT NOT NULL, used_at BIGINT, by_person TEXT NOT NULL)`,
    `CREATE INDEX invitation_person ON invitation (person_id)`,
    `CREATE INDEX account_person ON account (person_id)`,
  ],
};
