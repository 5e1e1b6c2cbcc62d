/** The only user of write-excel-file: tables as an Excel file. Text stays text and numbers numbers, so none is a formula (S14). */
import writeExcelFile, { type Cell, type Sheet as WrittenSheet } from "write-excel-file/node";

export interface Sheet {
  readonly title: string;
  readonly header: readonly string[];
  /** Null and empty text are empty cells; numbers stay numbers, so that they can be added up. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Widths in characters, by column. */
  readonly widths: readonly number[];
  /** Long texts are broken into lines instead of running into the next cell. */
  readonly wraps?: true;
}

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Excel's longest cell and sheet name, and what a name may not hold. */
const longest = 32_767;
const longestName = 31;
const refused = /[\\/?*[\]:]/g;
// XML has no way to write most control characters; Excel calls such a file damaged.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const plain = (text: string): string => text.replaceAll(unwritable, "").slice(0, longest);

function cellOf(value: string | number | null, wraps: boolean): Cell {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  return { value: plain(value), type: String, ...(wraps ? { wrap: true, alignVertical: "top" } : {}) };
}

/** A name that Excel takes, unlike those of the sheets before it. */
function nameOf(title: string, at: number, titles: readonly string[]): string {
  const name = plain(title).replaceAll(refused, " ").trim().slice(0, longestName);
  if (name !== "" && !titles.slice(0, at).includes(title)) return name;
  const number = String(at + 1);
  return `${name.slice(0, longestName - number.length - 1)} ${number}`.trim();
}

function writtenSheet(sheet: Sheet, at: number, titles: readonly string[]): WrittenSheet<Buffer> {
  const { title, header, rows, widths, wraps = false } = sheet;
  const head = header.map((value) => ({
    ...{ value: plain(value), type: String, fontWeight: "bold" as const, backgroundColor: "#E9F5F2" },
  }));
  return {
    ...{ data: [head, ...rows.map((row) => row.map((value) => cellOf(value, wraps)))], stickyRowsCount: 1 },
    ...{ sheet: nameOf(title, at, titles), columns: widths.map((width) => ({ width })) },
  };
}

/** Out: the bytes of an .xlsx file. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const titles = sheets.map(({ title }) => title);
  return writeExcelFile(sheets.map((sheet, at) => writtenSheet(sheet, at, titles))).toBuffer();
}
