/** The bulletin in one language, as the files want it: a paper for Word and WPS, and its tables for Excel. */
import type { Bulletin, Title } from "../contract/types.ts";
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

/** Sheet of all sentences first, then one sheet a table; figures are numbers. */
export function bulletinSheets(bulletin: Bulletin, language: Language): readonly Sheet[] {
  const say = saying(language);
  const sentences = bulletin.sections.flatMap(({ title, paragraphs, table, notes }, at) => [
    [sectionTitle(at, title, language)],
    ...[...paragraphs, ...moreIn(table), ...notes].map((words) => [say(words)]),
  ]);
  const text: Sheet = {
    ...{ title: language === "en" ? "Text" : "正文", header: [say(bulletin.heading)], widths: [100], wraps: true },
    rows: sentences,
  };
  const tables = bulletin.sections.flatMap(({ title, table }): Sheet[] =>
    table === undefined
      ? []
      : [
          {
            ...{ title: say(title), header: table.columns.map(say), widths: table.columns.map(() => 20), wraps: true },
            rows: table.rows.map((row) => row.map(({ text: words, value }) => value ?? say(words))),
          },
        ],
  );
  return [text, ...tables];
}
