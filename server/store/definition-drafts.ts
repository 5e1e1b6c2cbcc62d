/** Drafts of definitions: what is edited and not published yet, with an edit sequence that two editors cannot share. */
import { Conflict, type Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export interface DefinitionDraftRow {
  readonly pack: string;
  readonly kind: string;
  readonly key: string;
  /** Null once the draft was given up. */
  readonly content: string | null;
  /** Hash of the content, as versions have it. */
  readonly hash: string | null;
  /** JSON of a Title. */
  readonly title: string;
  readonly edit_sequence: number;
  readonly edited_by: string;
  readonly edited_at: number;
  /** Version that the edits began from; null for a definition that was never published. */
  readonly base_version: number | null;
}

export async function findDefinitionDraft(
  read: Reader,
  pack: string,
  kind: string,
  key: string,
): Promise<DefinitionDraftRow | undefined> {
  const [row] = await read.all<DefinitionDraftRow>(
    "SELECT * FROM definition_draft WHERE pack = $1 AND kind = $2 AND key = $3",
    [pack, kind, key],
  );
  return row;
}

/** Drafts that were not given up, newest first. */
export function listDefinitionDrafts(
  read: Reader,
  filter: { readonly kind?: string; readonly pack?: string },
): Promise<readonly DefinitionDraftRow[]> {
  return read.all<DefinitionDraftRow>(
    `SELECT * FROM definition_draft WHERE content IS NOT NULL
     AND (CAST($1 AS TEXT) IS NULL OR kind = $1) AND (CAST($2 AS TEXT) IS NULL OR pack = $2)
     ORDER BY edited_at DESC, pack, kind, key`,
    [filter.kind ?? null, filter.pack ?? null],
  );
}

/** Writes the whole row over the one with the sequence `before` (0: there is none yet). Throws `Conflict`. */
export async function keepDefinitionDraft(tx: Tx, row: DefinitionDraftRow, before: number): Promise<void> {
  const changed = await tx.run(
    `INSERT INTO definition_draft
       (pack, kind, key, content, hash, title, edit_sequence, edited_by, edited_at, base_version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (pack, kind, key) DO UPDATE SET content = excluded.content, hash = excluded.hash,
       title = excluded.title, edit_sequence = excluded.edit_sequence, edited_by = excluded.edited_by,
       edited_at = excluded.edited_at, base_version = excluded.base_version
     WHERE definition_draft.edit_sequence = $11`,
    [
      ...[row.pack, row.kind, row.key, row.content, row.hash, row.title],
      ...[row.edit_sequence, row.edited_by, row.edited_at, row.base_version, before],
    ],
  );
  if (changed === 0) throw new Conflict(`the draft ${row.pack}/${row.kind}/${row.key} has moved on`);
}
