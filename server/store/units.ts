/** The organisation in the database, so that other queries and tools can join it; the catalogue is its source. */
import type { Title } from "../../engine/model/title.ts";
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export interface OrgUnitRow {
  readonly code: string;
  readonly kind: string;
  readonly parent: string | null;
  /** JSON of a Title. */
  readonly title: string;
  readonly path: string;
  readonly street_id: string;
}

/** Adds and changes units; one that is gone from the content stays, because cases name it. */
export async function keepUnits(tx: Tx, units: readonly OrgUnitRow[]): Promise<void> {
  for (const unit of units)
    await tx.run(
      `INSERT INTO org_unit (code, kind, parent, title, path, street_id) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, parent = excluded.parent, title = excluded.title,
       path = excluded.path, street_id = excluded.street_id`,
      [unit.code, unit.kind, unit.parent, unit.title, unit.path, unit.street_id],
    );
}

/** Titles of all units that there ever were. */
export async function unitTitles(read: Reader): Promise<ReadonlyMap<string, Title>> {
  const rows = await read.all<{ code: string; title: string }>("SELECT code, title FROM org_unit");
  return new Map(rows.map(({ code, title }) => [code, JSON.parse(title) as Title]));
}
