/** The ledger of a form, page by page. */
import type { Principal, Scope } from "../access/actor.ts";
import type { RecordPage, RecordRow } from "../contract/types.ts";
import { answer, notFound, refuseWith, type Outcome } from "../http/outcome.ts";
import { pageSize } from "../store/cursor.ts";
import { countSubmissions, nextSubmissions, type SubmissionFilter } from "../store/submissions.ts";
import type { RuntimeContext } from "./context.ts";
import { filterOf, type RecordQuery } from "./record-query.ts";
import { holds, tableOf, wireColumns, wireRows, type Language, type RecordTable } from "./record-table.ts";

/** Words are looked for in at most so many records; beyond that dates have to narrow them. */
const mostSearched = 20_000;
const batch = 1000;

export interface Asked {
  readonly context: RuntimeContext;
  readonly principal: Principal;
  readonly scope: Scope;
  readonly filter: SubmissionFilter;
  readonly table: RecordTable;
  readonly language: Language;
  /** Words to find, in small letters; empty for all. */
  readonly words: string;
}

/** What a question is about; `NOT_FOUND` for a street or a form that is not the person's. */
export async function ask(
  context: RuntimeContext,
  principal: Principal,
  scope: Scope,
  form: string,
  query: RecordQuery,
): Promise<Outcome<Asked>> {
  const { street = scope.streets.find((code) => context.catalogue.tree.get(code)?.kind === "street") ?? "" } = query;
  if (query.street !== undefined && !scope.streets.includes(query.street)) return notFound();
  if (scope.streets.length === 0) return notFound();
  const filter = filterOf(context, form, query);
  const table = await tableOf(context, scope, street, form, filter);
  if (table === undefined) return notFound();
  const words = (query.q ?? "").trim().toLowerCase();
  return answer({ context, principal, scope, filter, table, language: query.language ?? "zh-CN", words });
}

/** All records that fit, newest first; undefined when there are more than `most`. */
export async function allRecords(asked: Asked, most: number): Promise<readonly RecordRow[] | undefined> {
  const { context, principal, scope, filter, table, language, words } = asked;
  const { read } = context.store;
  if ((await countSubmissions(read, scope, filter)) > most) return undefined;
  const found: RecordRow[] = [];
  for (let cursor: string | undefined; ;) {
    const rows = await nextSubmissions(read, scope, { ...filter, ...(cursor === undefined ? {} : { cursor }) }, batch);
    const shown = await wireRows(context, principal, table, rows, language);
    found.push(...(words === "" ? shown : shown.filter((row) => holds(row, words))));
    cursor = rows.at(-1)?.id;
    if (rows.length < batch || cursor === undefined) return found;
  }
}

async function searched(asked: Asked, query: RecordQuery): Promise<Outcome<RecordPage>> {
  const all = await allRecords(asked, mostSearched);
  if (all === undefined) return refuseWith("RECORDS_TOO_MANY", { limit: mostSearched });
  const from = query.cursor === undefined ? 0 : all.findIndex((row) => row.id === query.cursor) + 1;
  const size = pageSize(query.limit);
  return answer(pageOf(asked, all.slice(from, from + size + 1), size, all.length));
}

function pageOf({ table, principal }: Asked, rows: readonly RecordRow[], size: number, total: number): RecordPage {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const next = rows.length > size && last !== undefined ? { next: last.id } : {};
  return { total, columns: wireColumns(table, principal), rows: shown, ...next };
}

/** See `Runtime.records`. */
export async function readRecords(
  context: RuntimeContext,
  principal: Principal,
  scope: Scope,
  form: string,
  query: RecordQuery,
): Promise<Outcome<RecordPage>> {
  const asked = await ask(context, principal, scope, form, query);
  if (!asked.ok) return asked;
  const { filter, table, language, words } = asked.value;
  if (words !== "") return searched(asked.value, query);
  const { read } = context.store;
  const size = pageSize(query.limit);
  const cursor = query.cursor === undefined ? {} : { cursor: query.cursor };
  const [total, rows] = await Promise.all([
    countSubmissions(read, scope, filter),
    nextSubmissions(read, scope, { ...filter, ...cursor }, size + 1),
  ]);
  return answer(pageOf(asked.value, await wireRows(context, principal, table, rows, language), size, total));
}
