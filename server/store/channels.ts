/** The channels of each street and, as its fallback, of the city: open settings plain, secret ones sealed. */
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export interface ChannelRow {
  readonly street_id: string;
  readonly kind: string;
  readonly is_on: 0 | 1;
  /** JSON of the settings that are not secret. */
  readonly open_settings: string;
  /** JSON of setting name → sealed text. */
  readonly sealed_settings: string;
  readonly revision: number;
  readonly changed_at: number;
  readonly changed_by: string;
}

export function channelsOf(read: Reader, street: string): Promise<readonly ChannelRow[]> {
  return read.all<ChannelRow>("SELECT * FROM channel WHERE street_id = $1 ORDER BY kind", [street]);
}

export async function findChannel(read: Reader, street: string, kind: string): Promise<ChannelRow | undefined> {
  const [row] = await read.all<ChannelRow>("SELECT * FROM channel WHERE street_id = $1 AND kind = $2", [street, kind]);
  return row;
}

/** Kinds that are switched on for a street, its own or the city's. */
export async function openKinds(read: Reader, street: string, city: string): Promise<ReadonlySet<string>> {
  const rows = await read.all<{ street_id: string; kind: string; is_on: number }>(
    "SELECT street_id, kind, is_on FROM channel WHERE street_id IN ($1, $2)",
    [street, city],
  );
  // A street that switched a channel off does not get the city's instead.
  const own = new Set(rows.filter((row) => row.street_id === street).map((row) => row.kind));
  const holds = (row: (typeof rows)[number]) => row.is_on === 1 && (row.street_id === street || !own.has(row.kind));
  return new Set(rows.filter(holds).map((row) => row.kind));
}

/** Writes a channel over the revision that was seen; 0 for a new one. Out: false when another one was first. */
export async function saveChannel(tx: Tx, row: ChannelRow, seen: number): Promise<boolean> {
  const values = [row.street_id, row.kind, row.is_on, row.open_settings, row.sealed_settings];
  const more = [row.revision, row.changed_at, row.changed_by];
  const changed =
    seen === 0
      ? await tx.run(
          `INSERT INTO channel (street_id, kind, is_on, open_settings, sealed_settings, revision, changed_at, changed_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
          [...values, ...more],
        )
      : await tx.run(
          `UPDATE channel SET is_on = $3, open_settings = $4, sealed_settings = $5, revision = $6, changed_at = $7,
             changed_by = $8 WHERE street_id = $1 AND kind = $2 AND revision = $9`,
          [...values, ...more, seen],
        );
  return changed === 1;
}

export async function removeChannel(tx: Tx, street: string, kind: string): Promise<boolean> {
  return (await tx.run("DELETE FROM channel WHERE street_id = $1 AND kind = $2", [street, kind])) === 1;
}
