/** The only user of write-excel-file: tables as an Excel file. Text stays text and numbers numbers, so none is a formula (S14). */
import writeXlsxFile, { type Cell, type SheetData } from "write-excel-file/node";

export interface Sheet {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Widths in characters, by column. */
  readonly widths: readonly number[];
}

/** The longest text of a cell, and the signs that XML cannot write: Excel calls such a file damaged. */
const longest = 32_767;
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function cellOf(value: string | number): Cell {
  if (value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  return { value: value.replaceAll(unwritable, "").slice(0, longest), type: String };
}

function dataOf({ header, rows }: Sheet): SheetData {
  const head = header.map((value) => ({
    value,
    type: String,
    fontWeight: "bold" as const,
    backgroundColor: "#E9F5F2",
  }));
  return [head, ...rows.map((row) => row.map(cellOf))];
}

export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const file = writeXlsxFile(
    sheets.map((sheet) => ({
      ...{ data: dataOf(sheet), sheet: sheet.title, stickyRowsCount: 1 },
      columns: sheet.widths.map((width) => ({ width })),
    })),
  );
  return file.toBuffer();
}
