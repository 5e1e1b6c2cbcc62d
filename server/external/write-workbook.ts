/** The only user of write-excel-file: tables of text as an Excel file. Every cell is text, so none is a formula (S14). */
import writeXlsxFile, { type SheetData } from "write-excel-file/node";

export interface Sheet {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Widths in characters, by column. */
  readonly widths: readonly number[];
}

function dataOf({ header, rows }: Sheet): SheetData {
  const head = header.map((value) => ({
    value,
    type: String,
    fontWeight: "bold" as const,
    backgroundColor: "#E9F5F2",
  }));
  return [head, ...rows.map((row) => row.map((value) => (value === "" ? null : { value, type: String })))];
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
