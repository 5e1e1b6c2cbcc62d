/** Submissions of one form as a table: each row read in its own version, columns from all versions that occur. */
import { cellOf, columnsOf, type FormColumn, type NameOf } from "../../engine/forms/index.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { Principal, Scope } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import type { RecordColumn, RecordRow } from "../contract/types.ts";
import { formHashes, type SubmissionFilter, type SubmissionRow } from "../store/submissions.ts";
import { placeNames } from "../store/places.ts";
import type { RuntimeContext } from "./context.ts";
import { readPeople } from "./read-people.ts";
import { hiddenAnswer, mayReadSensitive } from "./sensitive.ts";

export type Language = "zh-CN" | "en";

interface TableColumn extends FormColumn {
  readonly isOld: boolean;
}

export interface RecordTable {
  readonly columns: readonly TableColumn[];
  /** Columns of a version, by the hash of its content. */
  readonly versions: ReadonlyMap<string, ReadonlyMap<string, FormColumn>>;
}

/** Undefined when the street has no such form and nobody ever sent one. */
export async function tableOf(
  context: RuntimeContext,
  scope: Scope,
  street: string,
  form: string,
  filter: SubmissionFilter,
): Promise<RecordTable | undefined> {
  const current = await context.catalogue.form(street, form);
  const hashes = await formHashes(context.store.read, scope, filter);
  const found = await Promise.all(hashes.map((hash) => context.catalogue.formByHash(form, hash)));
  const versions = [...(current === undefined ? [] : [current]), ...found.filter((each) => each !== undefined)];
  if (versions.length === 0) return undefined;
  const byHash = new Map(versions.map((each) => [each.hash, columnsOf(each)]));
  const inForce = new Set(current === undefined ? [] : columnsOf(current).map(({ id }) => id));
  const all = [...byHash.values()].flat().toReversed();
  const unique = [...new Map(all.map((column) => [column.id, column])).values()];
  const order = [...byHash.values()].flat().map(({ id }) => id);
  return {
    columns: unique
      .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
      .map((column) => ({ ...column, isOld: !inForce.has(column.id) })),
    versions: new Map([...byHash].map(([hash, columns]) => [hash, new Map(columns.map((each) => [each.id, each]))])),
  };
}

export const wireColumns = ({ columns }: RecordTable, principal: Principal): RecordColumn[] =>
  columns.map(({ id, title, kind, isOld, isSensitive }) => ({
    ...{ key: id, title: { ...title }, kind, isOld },
    isHidden: isSensitive && !mayDo(principal, "record.sensitive"),
  }));

/** Names of everything that rows name outside the form, read once for all of them. */
async function namesFor(
  context: RuntimeContext,
  table: RecordTable,
  rows: readonly (readonly [SubmissionRow, JsonObject])[],
  language: Language,
): Promise<(street: string) => NameOf> {
  const { catalogue, store } = context;
  const placeColumns = table.columns.filter((column) => column.kind === "place").map(({ id }) => id);
  const codes = rows.flatMap(([, data]) => placeColumns.map((id) => data[id]));
  const places = await placeNames(store.read, [
    ...new Set(codes.filter((code): code is string => typeof code === "string")),
  ]);
  const said = (title: { readonly "zh-CN": string; readonly en?: string }) =>
    language === "en" ? (title.en ?? title["zh-CN"]) : title["zh-CN"];
  return (street) => (kind, code) => {
    if (kind === "place") return places.has(code) ? `${places.get(code)}（${code}）` : code;
    if (kind === "unit") return said(catalogue.unitTitle(code));
    const matter = catalogue.matter(street, code);
    return matter === undefined ? code : said(matter.title);
  };
}

/** In: rows of the table's form. Out: the same in words. */
export async function wireRows(
  context: RuntimeContext,
  principal: Principal,
  table: RecordTable,
  rows: readonly SubmissionRow[],
  language: Language,
): Promise<RecordRow[]> {
  const read = rows.map((row) => [row, JSON.parse(row.data) as JsonObject] as const);
  const [names, people] = await Promise.all([
    namesFor(context, table, read, language),
    readPeople(
      context.store.read,
      rows.map((row) => row.by_person),
    ),
  ]);
  return read.map(([row, data]) => {
    const own = table.versions.get(row.form_hash);
    const isOpen = mayReadSensitive(principal, row);
    const cells = table.columns.flatMap((column): [string, string | number][] => {
      const mine = own?.get(column.id) ?? column;
      const cell = cellOf(mine, data[column.id], language, names(row.street_id));
      if (cell === "") return [];
      // Once sensitive in any version, it is for every reader of the table.
      const isSensitive = mine.isSensitive || column.isSensitive;
      return [[column.id, isSensitive && !isOpen ? hiddenAnswer : cell]];
    });
    return {
      ...{ id: row.id, street: row.street_id, at: new Date(row.at).toISOString(), by: people.person(row.by_person) },
      unit: { ...context.catalogue.unitTitle(row.unit_path.slice(row.unit_path.lastIndexOf("/") + 1)) },
      ...{ formVersion: row.form_version, cells: Object.fromEntries(cells) },
    };
  });
}

/** Text is looked for in what the person can read: never in codes, and never in hidden answers. */
export const holds = (row: RecordRow, text: string): boolean =>
  [row.by.name, ...Object.values(row.cells)].some(
    (cell) => (typeof cell === "string" || typeof cell === "number") && String(cell).toLowerCase().includes(text),
  );
