/** Files of announcements, and how those that nobody sent are found. */
import type { Dialect } from "../session.ts";

export const files = {
  name: "2026-11-23-files",
  statements: (_dialect: Dialect): readonly string[] => [
    "ALTER TABLE attachment ADD COLUMN announcement_id TEXT",
    "CREATE INDEX attachment_announcement ON attachment (street_id, announcement_id)",
    "CREATE INDEX attachment_waiting ON attachment (street_id, at) WHERE state = 'waiting'",
    // The same photo is kept once: its bytes go only with its last row.
    "CREATE INDEX attachment_bytes ON attachment (sha256)",
  ],
};
