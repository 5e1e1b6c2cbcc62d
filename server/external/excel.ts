/** The one user of write-excel-file: tables as a workbook. Text is typed text, so nothing in it becomes a formula. */
import writeExcelFile, { type Cell, type Sheet } from "write-excel-file/node";

export interface ExcelColumn {
  readonly title: string;
  /** In characters; 16 when absent. */
  readonly width?: number;
}

export interface ExcelSheet {
  readonly name: string;
  readonly columns: readonly ExcelColumn[];
  /** Numbers stay numbers, so that they can be added up; null is an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export const excelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Excel's longest cell, and what a sheet's name may not hold. */
const LONGEST = 32_767;
const refused = /[\\/?*[\]:]/g;
// XML has no way to write most control characters; Excel calls such a file damaged.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const plain = (text: string) => text.replaceAll(unwritable, "").slice(0, LONGEST);

function cellOf(value: string | number | null): Cell {
  if (value === null || value === "") return null;
  return typeof value === "number"
    ? { value, type: Number }
    : { value: plain(value), type: String, wrap: true, alignVertical: "top" };
}

/** Names of sheets are unique and at most 31 characters long. */
function nameOf(name: string, at: number, names: readonly string[]): string {
  const short = plain(name).replaceAll(refused, " ").trim().slice(0, 28);
  const isTaken = names.slice(0, at).includes(name) || short === "";
  return isTaken ? `${short} ${at + 1}`.trim() : short;
}

function sheetOf({ name, columns, rows }: ExcelSheet, at: number, names: readonly string[]): Sheet<Buffer> {
  const head: Cell[] = columns.map(({ title }) => ({ value: plain(title), type: String, fontWeight: "bold" }));
  return {
    sheet: nameOf(name, at, names),
    columns: columns.map(({ width = 16 }) => ({ width })),
    stickyRowsCount: 1,
    data: [head, ...rows.map((row) => row.map(cellOf))],
  };
}

/** Out: the bytes of an .xlsx file. */
export async function excelFile(sheets: readonly ExcelSheet[]): Promise<Uint8Array> {
  const names = sheets.map(({ name }) => name);
  return writeExcelFile(sheets.map((sheet, at) => sheetOf(sheet, at, names))).toBuffer();
}
