/** Residents: who reported a case, what they thought of the result, how to reach them, and counts against floods. */
import type { Dialect } from "../session.ts";

export const residents = {
  name: "2026-11-23-residents",
  statements(dialect: Dialect): readonly string[] {
    const clustered = dialect === "sqlite" ? " WITHOUT ROWID" : "";
    return [
      "ALTER TABLE case_ ADD COLUMN channel TEXT NOT NULL DEFAULT 'staff'",
      "ALTER TABLE case_ ADD COLUMN rating TEXT",
      "ALTER TABLE case_ ADD COLUMN reopens INTEGER NOT NULL DEFAULT 0",
      // A link names no street: it is found by its hash alone, which nobody can guess.
      "CREATE INDEX resident_link_token ON resident_link (token_hash)",
      // The number is sealed; what lists and pages may show of it stands beside it.
      `CREATE TABLE resident_contact (
        street_id TEXT NOT NULL, case_id TEXT NOT NULL, phone TEXT NOT NULL, masked TEXT NOT NULL,
        created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, PRIMARY KEY (street_id, case_id),
        FOREIGN KEY (street_id, case_id) REFERENCES case_ (street_id, id))`,
      "CREATE INDEX resident_contact_expiry ON resident_contact (expires_at)",
      `CREATE TABLE resident_rating (
        street_id TEXT NOT NULL, case_id TEXT NOT NULL, round INTEGER NOT NULL, rating TEXT NOT NULL, remarks TEXT,
        reopened INTEGER NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (street_id, case_id, round),
        FOREIGN KEY (street_id, case_id) REFERENCES case_ (street_id, id))`,
      `CREATE TABLE resident_count (
        street_id TEXT NOT NULL, bucket TEXT NOT NULL, count INTEGER NOT NULL, until BIGINT NOT NULL,
        PRIMARY KEY (street_id, bucket))${clustered}`,
      "CREATE INDEX resident_count_until ON resident_count (until)",
    ];
  },
};
