/** Drafts of definitions, one a definition; they belong to a pack, as definitions do, and not to a street. */
import type { Dialect } from "../session.ts";

export const definitionDraft = {
  name: "2026-11-23-definition-draft",
  /** `content` and `hash` are null once the draft was given up; the sequence goes on, so that nobody saves over it. */
  statements: (_dialect: Dialect): readonly string[] => [
    `CREATE TABLE definition_draft (
      pack TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, content TEXT, hash TEXT, title TEXT NOT NULL,
      edit_sequence INTEGER NOT NULL, edited_by TEXT NOT NULL, edited_at BIGINT NOT NULL, base_version INTEGER,
      PRIMARY KEY (pack, kind, key))`,
  ],
};
