/** A ledger as an Excel file: what was filtered, in the columns that were chosen; who took it out is written down. */
import type { Principal, Scope } from "../access/actor.ts";
import type { RecordExport, RecordRow, Title } from "../contract/types.ts";
import { workbookType, writeWorkbook } from "../external/write-workbook.ts";
import { answer, Content, refuseWith, type Outcome } from "../http/outcome.ts";
import { addAudit } from "../store/audit.ts";
import { sayWhen } from "../views/moments.ts";
import type { RuntimeContext } from "./context.ts";
import { allRecords, ask, type Asked } from "./read-records.ts";
import type { Language } from "./record-table.ts";

/** A workbook is made in memory. */
const mostExported = 10_000;

const heads: Readonly<Record<Language, readonly string[]>> = {
  "zh-CN": ["填报时间", "填报人", "单位", "版本"],
  en: ["Time", "By", "Unit", "Version"],
};

function sheetOf({ context, table, language }: Asked, rows: readonly RecordRow[], wanted: readonly string[]) {
  const said = (title: Title) => (language === "en" ? (title.en ?? title["zh-CN"]) : title["zh-CN"]);
  const columns = wanted.flatMap((key) => table.columns.find((column) => column.id === key) ?? []);
  const { timeZone } = context.catalogue;
  const moment = (at: string) => said(sayWhen(Date.parse(at), 0, timeZone));
  const cell = (value: unknown) => (typeof value === "number" || typeof value === "string" ? value : "");
  return {
    title: language === "en" ? "Records" : "台账",
    header: [...heads[language], ...columns.map(({ title }) => said(title))],
    rows: rows.map((row) => [
      ...[moment(row.at), row.by.name, said(row.unit), row.formVersion],
      ...columns.map(({ id }) => cell(row.cells[id])),
    ]),
    widths: [20, 12, 18, 8, ...columns.map(() => 18)],
  };
}

/** One entry a street: what left it, by whom, in which columns, how many. */
async function writeDown(
  { context, principal, scope }: Asked,
  form: string,
  request: RecordExport,
  rows: readonly RecordRow[],
): Promise<void> {
  const home = request.street ?? principal.grants[0]?.street ?? scope.streets[0] ?? "";
  const counts = new Map<string, number>([[home, 0]]);
  for (const { street } of rows) counts.set(street, (counts.get(street) ?? 0) + 1);
  const { columns, from = "", to = "", grid = "" } = request;
  // What was looked for may be a person's name: only that something was looked for is kept.
  const body = { form, columns, from, to, grid, isSearched: (request.q ?? "") !== "" || (request.person ?? "") !== "" };
  const at = context.ports.clock.now();
  await context.store.write((tx) => {
    for (const [street, count] of counts)
      addAudit(tx, {
        ...{ street, id: context.ports.ids.uuid(), at, actor: `person:${principal.id}`, action: "record.export" },
        ...{ subject: `form:${form}`, body: { ...body, count } },
      });
    return Promise.resolve();
  });
}

/** See `Runtime.exportRecords`. */
export async function exportRecords(
  context: RuntimeContext,
  principal: Principal,
  scope: Scope,
  form: string,
  request: RecordExport,
): Promise<Outcome<Content>> {
  const asked = await ask(context, principal, scope, form, request);
  if (!asked.ok) return asked;
  const rows = await allRecords(asked.value, mostExported);
  if (rows === undefined) return refuseWith("RECORDS_TOO_MANY", { limit: mostExported });
  const file = await writeWorkbook([sheetOf(asked.value, rows, request.columns)]);
  await writeDown(asked.value, form, request, rows);
  const name = `attachment; filename="${form}.xlsx"`;
  return answer(new Content(workbookType, file, { "Content-Disposition": name, "Cache-Control": "no-store" }));
}
