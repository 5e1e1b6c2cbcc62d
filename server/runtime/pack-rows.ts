/** Packs in the store: shipped content becomes versions when it has changed; the latest versions are the packs. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Operation, Pack, PackDocument, PackHead } from "../../engine/model/pack.ts";
import { mergeOperations } from "../../engine/overlay/index.ts";
import {
  latestDifferentials,
  latestShipped,
  latestVersions,
  publishDifferential,
  publishVersion,
  shippedDifferentials,
  type VersionRow,
} from "../store/definitions.ts";
import type { Reader, Tx } from "../store/index.ts";
import { contentHash } from "./content-hash.ts";

const textOf = (document: PackDocument): string =>
  "xml" in document ? document.xml : JSON.stringify(document.content, null, 2);

export const hashOfDocument = (document: PackDocument): string =>
  "xml" in document ? contentHash(document.xml) : contentHash(document.content);

/** Title of a definition for lists, as JSON: its own, or its key. */
export function titleOf(document: PackDocument): string {
  const title = "content" in document ? document.content["title"] : nameIn(document.xml, document.key);
  return JSON.stringify(title ?? { "zh-CN": document.key });
}

/** The name of the process or decision with this id, as the file says it. */
function nameIn(xml: string, key: string): JsonObject | undefined {
  const element = new RegExp(`<[^>]*\\bid="${key}"[^>]*>`).exec(xml)?.[0];
  const name = element === undefined ? undefined : /\bname="([^"]*)"/.exec(element)?.[1];
  return name === undefined || name === "" ? undefined : { "zh-CN": name };
}

interface Published {
  readonly by: string;
  readonly note: string;
  readonly at: number;
  readonly origin: VersionRow["origin"];
}

export function publishDocument(tx: Tx, pack: string, document: PackDocument, published: Published, atLeast = 1) {
  return publishVersion(
    tx,
    {
      ...{ pack, kind: document.kind, key: document.key, title: titleOf(document), hash: hashOfDocument(document) },
      ...{ content: textOf(document), published_at: published.at, published_by: published.by, note: published.note },
      origin: published.origin,
    },
    atLeast,
  );
}

/** Publishes what the folders say now and did not say when they were read last; uploads since stay in force. */
export async function publishShipped(tx: Tx, packs: readonly Pack[], at: number): Promise<void> {
  const shipped = await latestShipped(tx);
  const published: Published = { by: "system", note: "", at, origin: "shipped" };
  for (const { head, documents, operations } of packs) {
    for (const document of documents) {
      const before = shipped.get(`${head.key}/${document.kind}/${document.key}`);
      if (before !== hashOfDocument(document)) await publishDocument(tx, head.key, document, published);
    }
    await publishOperations(tx, head.key, operations, at);
  }
}

/** What the folder says of a child; what its street has set since is kept where the folder did not touch it. */
async function publishOperations(tx: Tx, pack: string, operations: readonly Operation[], at: number): Promise<void> {
  const shipped = (await shippedDifferentials(tx)).find((each) => each.pack === pack);
  const latest = (await latestDifferentials(tx)).find((each) => each.pack === pack);
  const row = differentialRow(pack, operations, at);
  if (shipped?.hash === row.hash || (shipped === undefined && operations.length === 0)) return;
  await publishDifferential(tx, { ...row, published_by: "system", note: "", origin: "shipped" });
  if (latest === undefined || latest.origin === "shipped") return;
  const merged = mergeOperations(operationsOf(shipped), operationsOf(latest), operations);
  const kept = { published_by: latest.published_by, note: latest.note, origin: "uploaded" } as const;
  await publishDifferential(tx, { ...differentialRow(pack, merged, at), ...kept });
}

export function differentialRow(pack: string, operations: readonly Operation[], at: number) {
  const content = JSON.stringify({ operations }, null, 2);
  return { pack, hash: contentHash(content), content, published_at: at };
}

export function operationsOf(row: { readonly content: string } | undefined): readonly Operation[] {
  return row === undefined ? [] : (JSON.parse(row.content) as { operations: readonly Operation[] }).operations;
}

function documentOf(row: VersionRow): PackDocument {
  const { key, content } = row;
  if (row.kind === "process" || row.kind === "decision") return { kind: row.kind, key, xml: content };
  return {
    kind: row.kind as Exclude<PackDocument["kind"], "process" | "decision">,
    key,
    content: JSON.parse(content) as JsonObject,
  };
}

/** The packs in force and the version of each of their definitions. */
export interface StoredPacks {
  readonly packs: readonly Pack[];
  versionOf(pack: string, kind: string, key: string): number | undefined;
  /** Forms as resolved for one street, published beside its pack. */
  readonly variants: readonly VersionRow[];
}

export async function readStoredPacks(read: Reader, heads: readonly PackHead[]): Promise<StoredPacks> {
  const [rows, differentials] = await Promise.all([latestVersions(read), latestDifferentials(read)]);
  const own = rows.filter((row) => row.origin !== "resolved");
  const versions = new Map(own.map((row) => [`${row.pack}/${row.kind}/${row.key}`, row.version]));
  const operations = new Map(differentials.map((row) => [row.pack, operationsOf(row)]));
  return {
    packs: heads.map((head) => ({
      head,
      documents: own.filter((row) => row.pack === head.key).map(documentOf),
      operations: operations.get(head.key) ?? [],
    })),
    versionOf: (pack, kind, key) => versions.get(`${pack}/${kind}/${key}`),
    variants: rows.filter((row) => row.origin === "resolved"),
  };
}
