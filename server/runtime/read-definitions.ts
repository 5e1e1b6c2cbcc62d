/** What is deployed, as the administration shows it. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { ResolvedDocument } from "../../engine/model/pack.ts";
import type { Title } from "../../engine/model/title.ts";
import type { DefinitionDetail, DefinitionSummary } from "../contract/types.ts";
import { openByDefinition, listDefinitions, versionsOf, type DefinitionRow } from "../store/definitions.ts";
import { personNames } from "../store/people.ts";
import type { StoredCatalogue } from "./catalogue.ts";
import type { RuntimeContext } from "./context.ts";

type Context = RuntimeContext & { readonly catalogue: StoredCatalogue };

function summary(context: Context, row: DefinitionRow, open: ReadonlyMap<string, number>): DefinitionSummary {
  const head = context.catalogue.heads.find((each) => each.key === row.pack);
  return {
    ...{ kind: row.kind, key: row.key, pack: row.pack, version: row.version },
    packTitle: { ...(head?.title ?? { "zh-CN": row.pack }) },
    title: { ...(JSON.parse(row.title) as Title) },
    publishedAt: new Date(row.published_at).toISOString(),
    openInstances: open.get(`${row.pack}/${row.kind}/${row.key}`) ?? 0,
  };
}

/** See `Runtime.definitions`. */
export async function readDefinitions(
  context: Context,
  filter: { readonly kind?: string; readonly pack?: string },
): Promise<DefinitionSummary[]> {
  const { read } = context.store;
  const [rows, open] = await Promise.all([listDefinitions(read, filter), openByDefinition(read)]);
  return rows.map((row) => summary(context, row, open));
}

/** The document as resolved where the pack is in force, with the origin of every attribute. */
function resolvedOf(context: Context, pack: string, kind: string, key: string): JsonObject | undefined {
  const head = context.catalogue.heads.find((each) => each.key === pack);
  if (head === undefined) return undefined;
  const document: ResolvedDocument | undefined = context.catalogue.resolvedPack(head.level).documents[`${kind}/${key}`];
  return document === undefined ? undefined : (JSON.parse(JSON.stringify(document)) as JsonObject);
}

/** See `Runtime.definition`. */
export async function readDefinition(
  context: Context,
  pack: string,
  kind: string,
  key: string,
  version?: number,
): Promise<DefinitionDetail | undefined> {
  const { read } = context.store;
  const [rows, versions, open] = await Promise.all([
    listDefinitions(read, { kind, pack }),
    versionsOf(read, pack, kind, key),
    openByDefinition(read),
  ]);
  const row = rows.find((each) => each.key === key);
  const shown = version === undefined ? versions[0] : versions.find((each) => each.version === version);
  if (row === undefined || shown === undefined) return undefined;
  const names = await personNames(read, [...new Set(versions.map((each) => each.published_by))]);
  const resolved = shown.version === row.version ? resolvedOf(context, pack, kind, key) : undefined;
  return {
    summary: summary(context, row, open),
    versions: versions.map((each) => ({
      ...{ version: each.version, publishedAt: new Date(each.published_at).toISOString(), hash: each.hash },
      ...{ by: names.get(each.published_by) ?? each.published_by, note: each.note },
    })),
    content: shown.content,
    ...(resolved === undefined ? {} : { resolved: { ...resolved } }),
    problems: [],
  };
}
