/** Signals between instances of a street: who waits for which, and what is on its way to whom. */
import type { Dialect } from "../session.ts";

export const signal = {
  name: "2026-11-23-signal",
  /** A signal is one row without an instance until it is fanned out, then one row for each instance it goes to. */
  statements: (_dialect: Dialect): readonly string[] => [
    `CREATE TABLE signal_wait (
      street_id TEXT NOT NULL, instance_id TEXT NOT NULL, signal_wait_id TEXT NOT NULL, signal_name TEXT NOT NULL,
      PRIMARY KEY (street_id, instance_id, signal_wait_id),
      FOREIGN KEY (street_id, instance_id) REFERENCES instance (street_id, id))`,
    `CREATE INDEX signal_wait_name ON signal_wait (street_id, signal_name)`,
    `CREATE TABLE signal (
      street_id TEXT NOT NULL, id TEXT NOT NULL, instance_id TEXT NOT NULL, source_id TEXT NOT NULL,
      name TEXT NOT NULL, variables TEXT NOT NULL, created_at BIGINT NOT NULL, retry_at BIGINT NOT NULL,
      PRIMARY KEY (street_id, id, instance_id))`,
    `CREATE INDEX signal_due ON signal (retry_at)`,
  ],
};
