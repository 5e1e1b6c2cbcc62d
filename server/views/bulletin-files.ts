/** The bulletin in one language, as the files want it: a paper for Word and WPS, and its tables for Excel. */
import type { Bulletin, BulletinTable, Title } from "../contract/types.ts";
import { textWidth } from "../external/text-width.ts";
import type { WordBulletin } from "../external/word.ts";
import type { Sheet } from "../external/write-workbook.ts";

export type Language = "zh-CN" | "en";

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"] as const;

/** 一、总体情况 */
function sectionTitle(at: number, title: Title, language: Language): string {
  if (language === "en") return `${at + 1}. ${title.en ?? title["zh-CN"]}`;
  return `${at < 10 ? (numerals[at] ?? "") : at + 1}、${title["zh-CN"]}`;
}

const saying =
  (language: Language) =>
  (title: Title): string =>
    language === "en" ? (title.en ?? title["zh-CN"]) : title["zh-CN"];

/** On paper there is no link: only what the table leaves out is said. */
const moreIn = (table: Bulletin["sections"][number]["table"]): readonly Title[] =>
  (table?.more ?? []).map(({ text }) => text);

export function bulletinDocument(bulletin: Bulletin, language: Language): WordBulletin {
  const say = saying(language);
  return {
    ...{ issuer: say(bulletin.issuer), issue: say(bulletin.issue), heading: say(bulletin.heading) },
    date: say(bulletin.date),
    ...(bulletin.remark === undefined ? {} : { remark: say(bulletin.remark) }),
    language,
    sections: bulletin.sections.map(({ title, paragraphs, table, notes }, at) => ({
      title: sectionTitle(at, title, language),
      ...{ paragraphs: paragraphs.map(say), notes: [...moreIn(table), ...notes].map(say) },
      ...(table === undefined
        ? {}
        : {
            table: {
              columns: table.columns.map(say),
              rows: table.rows.map((row) => row.map((cell) => say(cell.text))),
            },
          }),
    })),
  };
}

/** Widths in characters by what stands in each column, so that nothing is cut and nothing gapes. */
function columnWidths(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): number[] {
  return header.map((title, at) => {
    const widest = rows.reduce((most, row) => Math.max(most, textWidth(String(row[at] ?? ""))), textWidth(title));
    return Math.min(48, Math.max(10, widest + 2));
  });
}

/** What follows the number in the words of a column: %, 小时. */
function unitIn({ rows }: BulletinTable, at: number, language: Language): string {
  const cell = rows.map((row) => row[at]).find((each) => each?.value !== undefined);
  return cell === undefined ? "" : saying(language)(cell.text).replace(/^[-\d.]+\s*/, "");
}

/** 按期结案率（%）: a sheet's cell is a bare number, so its head says of what. */
function headOf(table: BulletinTable, language: Language): string[] {
  return table.columns.map((column, at) => {
    const [title, unit] = [saying(language)(column), unitIn(table, at, language)];
    if (unit === "") return title;
    return language === "en" ? `${title} (${unit})` : `${title}（${unit}）`;
  });
}

function tableSheet(title: string, table: BulletinTable, language: Language): Sheet {
  const header = headOf(table, language);
  const rows = table.rows.map((row) => row.map(({ text, value }) => value ?? saying(language)(text)));
  return { title, header, rows, widths: columnWidths(header, rows), wraps: true };
}

/** Sheet of all sentences first, then one sheet a table; figures are numbers. */
export function bulletinSheets(bulletin: Bulletin, language: Language): readonly Sheet[] {
  const say = saying(language);
  const { issuer, issue, date, remark } = bulletin;
  const sentences = bulletin.sections.flatMap(({ title, paragraphs, table, notes }, at) => [
    [sectionTitle(at, title, language)],
    ...[...paragraphs, ...moreIn(table), ...notes].map((words) => [say(words)]),
  ]);
  const head = [[issuer, issue, date].map(say).join("  "), ...(remark === undefined ? [] : [say(remark)])];
  const text: Sheet = {
    ...{ title: language === "en" ? "Text" : "正文", header: [say(bulletin.heading)], widths: [100], wraps: true },
    rows: [...head.map((words) => [words]), ...sentences],
  };
  const tables = bulletin.sections.flatMap(({ title, table }): Sheet[] =>
    table === undefined ? [] : [tableSheet(say(title), table, language)],
  );
  return [text, ...tables];
}
