/**
 * Facts that were not kept before: how long a case took on the clock of its limit, late dispatch and verification,
 * repeated reports. The old rows are taken away: the next start tells them anew from the stories (`fillFacts`).
 */
import type { Dialect } from "../session.ts";

const columns = [
  "clock TEXT",
  "pauses TEXT NOT NULL DEFAULT '[]'",
  "dispatch_late INTEGER NOT NULL DEFAULT 0",
  "verified INTEGER NOT NULL DEFAULT 0",
  "verify_late INTEGER NOT NULL DEFAULT 0",
  "repeated INTEGER NOT NULL DEFAULT 0",
  "accept_time BIGINT",
  "handle_time BIGINT",
  "close_time BIGINT",
] as const;

export const timeSpent = {
  name: "2026-11-23-time-spent",
  statements: (_dialect: Dialect): readonly string[] => [
    "DELETE FROM case_fact",
    ...columns.map((column) => `ALTER TABLE case_fact ADD COLUMN ${column}`),
    // 高发案件 are counted by matter and community in the index alone; it stands in for the one that it begins like.
    "DROP INDEX case_fact_opened_month",
    "CREATE INDEX case_fact_opened ON case_fact (street_id, opened_month, community, matter)",
    // 重复案件: the reports of a matter in a grid, newest first.
    "CREATE INDEX case_same_matter ON case_ (street_id, grid, matter, opened_at)",
  ],
};
