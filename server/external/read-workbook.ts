/** The only user of read-excel-file: the first sheet of an Excel file as rows of text, with the cells that are formulas. */
import { readSheet } from "read-excel-file/node";
import { zipParts } from "./zip-parts.ts";

export interface Workbook {
  /** Rows of trimmed text, the header first; an empty cell is "". */
  readonly rows: readonly (readonly string[])[];
  /** Cells that hold a formula: `B5`. */
  readonly formulas: ReadonlySet<string>;
}

const limits = { entries: 2000, unpacked: 50 * 1_048_576 } as const;

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Excel keeps the result beside the formula; what a file computes is not what somebody entered. */
function formulasIn(sheet: string): ReadonlySet<string> {
  const cells = sheet.matchAll(/<c\s[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f[\s>/]/g);
  return new Set([...cells].map((cell) => cell[1] ?? ""));
}

/** Out: undefined when it is no readable workbook, or one that unpacks to more than 50 MiB. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook | undefined> {
  const parts = zipParts(bytes, limits);
  const sheet = parts?.get("xl/worksheets/sheet1.xml");
  if (sheet === undefined) return undefined;
  const text = sheet.toString("utf8");
  if (text.includes("<!DOCTYPE")) return undefined;
  try {
    const rows = await readSheet(Buffer.from(bytes));
    return { rows: rows.map((row) => row.map(textOf)), formulas: formulasIn(text) };
  } catch {
    return undefined;
  }
}
