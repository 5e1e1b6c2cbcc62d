/** Published content: definitions with their immutable versions, differentials of child packs, bundles. */
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export interface DefinitionRow {
  readonly pack: string;
  readonly kind: string;
  readonly key: string;
  /** JSON of a Title. */
  readonly title: string;
  readonly version: number;
  readonly published_at: number;
}

export interface VersionRow {
  readonly pack: string;
  readonly kind: string;
  readonly key: string;
  readonly version: number;
  readonly hash: string;
  /** The file's text: XML or JSON. */
  readonly content: string;
  readonly published_at: number;
  readonly published_by: string;
  readonly note: string;
  /** `shipped` with the pack's folder, `uploaded`, or a form `resolved` for one street from base and differential. */
  readonly origin: "shipped" | "uploaded" | "resolved";
}

/** Every definition in its latest version. */
export function latestVersions(read: Reader): Promise<readonly VersionRow[]> {
  return read.all<VersionRow>(
    `SELECT v.* FROM definition d JOIN definition_version v
     ON v.pack = d.pack AND v.kind = d.kind AND v.key = d.key AND v.version = d.version
     ORDER BY v.pack, v.kind, v.key`,
  );
}

export function listDefinitions(
  read: Reader,
  filter: { readonly kind?: string; readonly pack?: string },
): Promise<readonly DefinitionRow[]> {
  const values = [filter.kind ?? null, filter.pack ?? null];
  return read.all<DefinitionRow>(
    `SELECT * FROM definition WHERE (CAST($1 AS TEXT) IS NULL OR kind = $1) AND (CAST($2 AS TEXT) IS NULL OR pack = $2)
     ORDER BY kind, pack, key`,
    values,
  );
}

/** All versions, newest first. */
export function versionsOf(read: Reader, pack: string, kind: string, key: string): Promise<readonly VersionRow[]> {
  return read.all<VersionRow>(
    "SELECT * FROM definition_version WHERE pack = $1 AND kind = $2 AND key = $3 ORDER BY version DESC",
    [pack, kind, key],
  );
}

/** Hash of the newest shipped version of each definition, by `<pack>/<kind>/<key>`. */
export async function latestShipped(read: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await read.all<{ pack: string; kind: string; key: string; hash: string }>(
    "SELECT pack, kind, key, hash FROM definition_version WHERE origin = 'shipped' ORDER BY version",
  );
  return new Map(rows.map((row) => [`${row.pack}/${row.kind}/${row.key}`, row.hash]));
}

/** One version of a definition. */
export async function findVersion(
  read: Reader,
  pack: string,
  kind: string,
  key: string,
  version: number,
): Promise<VersionRow | undefined> {
  const [row] = await read.all<VersionRow>(
    "SELECT * FROM definition_version WHERE pack = $1 AND kind = $2 AND key = $3 AND version = $4",
    [pack, kind, key, version],
  );
  return row;
}

/** A version by what it says, in whatever pack. */
export async function findVersionByHash(
  read: Reader,
  kind: string,
  key: string,
  hash: string,
): Promise<VersionRow | undefined> {
  const [row] = await read.all<VersionRow>(
    "SELECT * FROM definition_version WHERE kind = $1 AND key = $2 AND hash = $3",
    [kind, key, hash],
  );
  return row;
}

export type NewVersion = Omit<VersionRow, "version"> & { readonly title: string };

/** Publishes content as the next version, numbered `atLeast` so. Out: its number. */
export async function publishVersion(tx: Tx, row: NewVersion, atLeast = 1): Promise<number> {
  const [saved] = await tx.change<{ version: number }>(
    `INSERT INTO definition (pack, kind, key, title, version, published_at) VALUES ($1, $2, $3, $4, $6, $5)
     ON CONFLICT (pack, kind, key) DO UPDATE
     SET version = CASE WHEN definition.version + 1 > excluded.version THEN definition.version + 1
       ELSE excluded.version END, title = excluded.title, published_at = excluded.published_at
     RETURNING version`,
    [row.pack, row.kind, row.key, row.title, row.published_at, atLeast],
  );
  const version = saved?.version ?? 1;
  await tx.run(
    `INSERT INTO definition_version (pack, kind, key, version, hash, content, published_at, published_by, note, origin)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[row.pack, row.kind, row.key, version, row.hash, row.content, row.published_at],
      ...[row.published_by, row.note, row.origin],
    ],
  );
  return version;
}

export interface DifferentialRow {
  readonly pack: string;
  readonly version: number;
  readonly hash: string;
  readonly content: string;
  readonly published_at: number;
  readonly published_by: string;
  readonly note: string;
  readonly origin: "shipped" | "uploaded";
}

export function latestDifferentials(read: Reader): Promise<readonly DifferentialRow[]> {
  return read.all<DifferentialRow>(
    `SELECT d.* FROM differential d
     WHERE d.version = (SELECT max(e.version) FROM differential e WHERE e.pack = d.pack) ORDER BY d.pack`,
  );
}

/** The newest shipped differential of each pack: what the folders said when they were read last. */
export function shippedDifferentials(read: Reader): Promise<readonly DifferentialRow[]> {
  return read.all<DifferentialRow>(
    `SELECT d.* FROM differential d
     WHERE d.version = (SELECT max(e.version) FROM differential e WHERE e.pack = d.pack AND e.origin = 'shipped')
     ORDER BY d.pack`,
  );
}

/** All versions of a pack's differential, newest first. */
export function differentialsOf(read: Reader, pack: string): Promise<readonly DifferentialRow[]> {
  return read.all<DifferentialRow>("SELECT * FROM differential WHERE pack = $1 ORDER BY version DESC", [pack]);
}

export async function publishDifferential(tx: Tx, row: Omit<DifferentialRow, "version">): Promise<void> {
  await tx.run(
    `INSERT INTO differential (pack, version, hash, content, published_at, published_by, note, origin)
     VALUES ($1, (SELECT coalesce(max(version), 0) + 1 FROM differential WHERE pack = $1), $2, $3, $4, $5, $6, $7)`,
    [row.pack, row.hash, row.content, row.published_at, row.published_by, row.note, row.origin],
  );
}

/** Publishes the version after `seen`. Out: false when somebody else has published since. */
export async function publishDifferentialAfter(
  tx: Tx,
  seen: number,
  row: Omit<DifferentialRow, "version">,
): Promise<boolean> {
  const added = await tx.run(
    `INSERT INTO differential (pack, version, hash, content, published_at, published_by, note, origin)
     SELECT CAST($1 AS TEXT), CAST($8 AS INTEGER) + 1, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT),
       CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS TEXT)
     WHERE (SELECT coalesce(max(version), 0) FROM differential WHERE pack = $1) = $8`,
    [row.pack, row.hash, row.content, row.published_at, row.published_by, row.note, row.origin, seen],
  );
  return added === 1;
}

/** Changes whenever anything is published, on whatever node. */
export async function contentStamp(read: Reader): Promise<string> {
  const [row] = await read.all<{ stamp: string }>(
    `SELECT CAST((SELECT count(*) FROM definition_version WHERE origin <> 'resolved') AS TEXT) || '/' ||
       CAST((SELECT count(*) FROM differential) AS TEXT) AS stamp`,
  );
  return row?.stamp ?? "";
}

export interface BundleRow {
  readonly hash: string;
  readonly root: string;
  /** Canonical JSON of the engine's bundle without its hash. */
  readonly content: string;
  readonly created_at: number;
}

export async function findBundle(read: Reader, hash: string): Promise<BundleRow | undefined> {
  const [row] = await read.all<BundleRow>("SELECT * FROM bundle WHERE hash = $1", [hash]);
  return row;
}

/** What a bundle was made from, as text: the diagram of a process, the schema of a form. */
export interface BundlePartRow {
  readonly bundle_hash: string;
  readonly kind: string;
  readonly key: string;
  readonly pack: string;
  readonly version: number;
  readonly content: string;
}

export async function findBundlePart(
  read: Reader,
  hash: string,
  kind: string,
  key: string,
): Promise<BundlePartRow | undefined> {
  const [row] = await read.all<BundlePartRow>(
    "SELECT * FROM bundle_part WHERE bundle_hash = $1 AND kind = $2 AND key = $3",
    [hash, kind, key],
  );
  return row;
}

/** Keeps a bundle; the same content published again is the same row. */
export async function keepBundle(tx: Tx, row: BundleRow, parts: readonly BundlePartRow[]): Promise<void> {
  const added = await tx.run(
    "INSERT INTO bundle (hash, root, content, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (hash) DO NOTHING",
    [row.hash, row.root, row.content, row.created_at],
  );
  if (added === 0) return;
  for (const part of parts)
    await tx.run(
      `INSERT INTO bundle_part (bundle_hash, kind, key, pack, version, content) VALUES ($1, $2, $3, $4, $5, $6)`,
      [row.hash, part.kind, part.key, part.pack, part.version, part.content],
    );
}

/** Running instances by the definition that they hold in their bundle, by `<pack>/<kind>/<key>`. */
export async function openByDefinition(read: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await read.all<{ pack: string; kind: string; key: string; open: number }>(
    `SELECT p.pack, p.kind, p.key, CAST(sum(i.open) AS BIGINT) AS open FROM bundle_part p
     JOIN (SELECT bundle_hash, count(*) AS open FROM instance WHERE status = 'running' GROUP BY bundle_hash) i
     ON i.bundle_hash = p.bundle_hash GROUP BY p.pack, p.kind, p.key`,
  );
  return new Map(rows.map((row) => [`${row.pack}/${row.kind}/${row.key}`, row.open]));
}
