/**
 * Results: one row of facts a case, kept in the transaction that changes the case, and who was active in which month.
 * A month's figures read the rows of that month by four indexes, whatever history there is.
 */
import type { Dialect } from "../session.ts";

const path = (dialect: Dialect) => (dialect === "postgres" ? 'TEXT COLLATE "C"' : "TEXT");
const clustered = (dialect: Dialect) => (dialect === "postgres" ? "" : " WITHOUT ROWID");
const months = ["opened_month", "filed_month", "due_month", "closed_month"] as const;

export const results = {
  name: "2026-11-23-results",
  statements: (dialect: Dialect): readonly string[] => [
    `CREATE TABLE case_fact (
      street_id TEXT NOT NULL, case_id TEXT NOT NULL, unit_path ${path(dialect)} NOT NULL, community TEXT NOT NULL,
      grid TEXT NOT NULL, large_class TEXT NOT NULL, matter TEXT NOT NULL, severity TEXT NOT NULL,
      channel TEXT NOT NULL, level TEXT NOT NULL, lead TEXT, sign_unit TEXT, outcome TEXT, rating TEXT,
      opened_at BIGINT NOT NULL, filed_at BIGINT, due_at BIGINT, handled_at BIGINT, closed_at BIGINT, signed_at BIGINT,
      opened_month TEXT NOT NULL, filed_month TEXT, due_month TEXT, closed_month TEXT,
      disposed INTEGER NOT NULL, late INTEGER NOT NULL, sign_late INTEGER NOT NULL, extended INTEGER NOT NULL,
      suspended INTEGER NOT NULL, escalated INTEGER NOT NULL, returns INTEGER NOT NULL, reworks INTEGER NOT NULL,
      reopens INTEGER NOT NULL, yellow INTEGER NOT NULL, red INTEGER NOT NULL, supervisions INTEGER NOT NULL,
      supervisions_open INTEGER NOT NULL, instructions INTEGER NOT NULL, instructions_open INTEGER NOT NULL,
      PRIMARY KEY (street_id, case_id), FOREIGN KEY (street_id, case_id) REFERENCES case_ (street_id, id))`,
    ...months.map((month) => `CREATE INDEX case_fact_${month} ON case_fact (street_id, ${month})`),
    `CREATE TABLE active_person (
      street_id TEXT NOT NULL, month TEXT NOT NULL, person_id TEXT NOT NULL,
      PRIMARY KEY (street_id, month, person_id))${clustered(dialect)}`,
  ],
};
