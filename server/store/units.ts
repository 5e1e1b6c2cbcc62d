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

/** Adds and changes units; one that is gone from the content stays with the time when it went: cases name it. */
export async function keepUnits(tx: Tx, units: readonly OrgUnitRow[], at: number): Promise<void> {
  for (const unit of units)
    await tx.run(
      `INSERT INTO org_unit (code, kind, parent, title, path, street_id) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, parent = excluded.parent, title = excluded.title,
       path = excluded.path, street_id = excluded.street_id, closed_at = NULL`,
      [unit.code, unit.kind, unit.parent, unit.title, unit.path, unit.street_id],
    );
  const here = new Set(units.map(({ code }) => code));
  const open = await tx.all<{ code: string }>("SELECT code FROM org_unit WHERE closed_at IS NULL");
  for (const { code } of open)
    if (!here.has(code)) await tx.run("UPDATE org_unit SET closed_at = $2 WHERE code = $1", [code, at]);
}

export interface EverUnit {
  readonly code: string;
  readonly kind: string;
  readonly parent: string | undefined;
  readonly title: Title;
  readonly path: string;
  readonly street: string;
  /** Epoch milliseconds; undefined while it is in the organisation. */
  readonly closedAt: number | undefined;
}

/** All units that there ever were, by code: a code is not used again. */
export async function everUnits(read: Reader): Promise<ReadonlyMap<string, EverUnit>> {
  const rows = await read.all<OrgUnitRow & { readonly closed_at: number | null }>("SELECT * FROM org_unit");
  return new Map(
    rows.map(({ code, kind, parent, title, path, street_id, closed_at }) => [
      code,
      {
        ...{ code, kind, parent: parent ?? undefined, title: JSON.parse(title) as Title, path },
        ...{ street: street_id, closedAt: closed_at ?? undefined },
      },
    ]),
  );
}
