/** The one user of docx: an official bulletin on A4, with the red head of its kind, for Word and WPS. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { textWidth } from "./text-width.ts";

export interface WordSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly notes: readonly string[];
}

export interface WordBulletin {
  /** Who issues it, in red above the line. */
  readonly issuer: string;
  readonly issue: string;
  readonly heading: string;
  readonly date: string;
  /** Below the heading: what the reader must know of the figures as a whole. */
  readonly remark?: string;
  /** Of the text; Word checks spelling and breaks lines by it. */
  readonly language: "zh-CN" | "en";
  readonly sections: readonly WordSection[];
}

export const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Fonts of official papers (GB/T 9704): 小标宋 for titles, 黑体 for sections, 仿宋 for the text. */
const fonts = {
  head: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "方正小标宋简体" },
  section: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "黑体" },
  text: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "仿宋_GB2312" },
} as const;
const RED = "C00000";

/** Sizes in half points: 二号 44, 三号 32, 小四 24, 五号 21, 小五 18. */
const sizes = { issuer: 52, heading: 44, text: 32, table: 21, small: 18, foot: 24 } as const;
/** A4 with the margins of official papers, in twentieths of a point. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 },
} as const;
const TEXT_WIDTH = page.size.width - page.margin.left - page.margin.right;

const text = (words: string) =>
  new Paragraph({
    indent: { firstLine: 640 },
    spacing: { line: 560 },
    children: [new TextRun({ text: words, font: fonts.text, size: sizes.text })],
  });

const centred = (words: string, options: ConstructorParameters<typeof TextRun>[0] & object, after: number) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after },
    children: [new TextRun({ ...options, text: words })],
  });

const line = { style: BorderStyle.SINGLE, size: 18, color: RED, space: 6 } as const;

function headOf({ issuer, issue, heading, date, remark }: WordBulletin): Paragraph[] {
  return [
    centred(issuer, { font: fonts.head, size: sizes.issuer, color: RED, bold: true }, 240),
    new Paragraph({
      border: { bottom: line },
      spacing: { after: 480 },
      // The number on the left, the day on the right, above the red line.
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
      children: [new TextRun({ text: `${issue}\t${date}`, font: fonts.text, size: sizes.foot })],
    }),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { after: remark === undefined ? 360 : 120 },
      children: [new TextRun({ text: heading })],
    }),
    ...(remark === undefined ? [] : [centred(remark, { font: fonts.text, size: sizes.foot }, 360)]),
  ];
}

/** Narrowest and widest column, in Latin signs: a long place or requirement is broken into lines. */
const [NARROW, WIDE] = [8, 28] as const;
/** From here on a column holds words to read along, not marks to compare. */
const READ_ALONG = 16;

const widestIn = (columns: readonly string[], rows: readonly (readonly string[])[], at: number): number =>
  rows.reduce((most, row) => Math.max(most, textWidth(row[at] ?? "")), textWidth(columns[at] ?? ""));

/** The edges of a cell take as much as two Latin signs. */
const EDGES = 2;
/** More signs than this in a line of a table do not fit in 五号: it is set in 小五. */
const LINE = 84;

/** Widths of the columns in twentieths of a point, by what stands in them, and the size of the type. */
function setting(columns: readonly string[], rows: readonly (readonly string[])[]) {
  const shares = columns.map((_, at) => EDGES + Math.min(WIDE, Math.max(NARROW, widestIn(columns, rows, at))));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / all));
  return { widths, size: all > LINE ? sizes.small : sizes.table };
}

interface CellLook {
  readonly width: number;
  readonly size: number;
  /** Words to read along stand on the left, marks in the middle. */
  readonly isRead: boolean;
}

const cellOf = (words: string, isHead: boolean, { width, size, isRead }: CellLook) =>
  new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: isRead && !isHead ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [new TextRun({ text: words, font: isHead ? fonts.section : fonts.text, size, bold: isHead })],
      }),
    ],
  });

function tableOf({ columns, rows }: NonNullable<WordSection["table"]>): Table {
  const { widths, size } = setting(columns, rows);
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((words, at) => {
        const isRead = widestIn(columns, rows, at) > READ_ALONG;
        return cellOf(words, isHead, { width: widths[at] ?? 0, size, isRead });
      }),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  });
}

function sectionOf({ title, paragraphs, table, notes }: WordSection): (Paragraph | Table)[] {
  // A heading of the outline, so that Word's navigation and a table of contents know it.
  const heading = new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: title })] });
  return [
    heading,
    ...paragraphs.map(text),
    ...(table === undefined ? [] : [tableOf(table), new Paragraph("")]),
    ...notes.map(text),
  ];
}

function closeOf({ issuer, date }: WordBulletin): Paragraph[] {
  const right = (words: string) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: { before: 120 },
      children: [new TextRun({ text: words, font: fonts.text, size: sizes.text })],
    });
  return [new Paragraph(""), right(issuer), right(date)];
}

/** — 1 — at the foot of each page. */
const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: fonts.text, size: sizes.foot })],
    }),
  ],
});

/** How headings look, said once: black, not the blue of Word's own. */
const styles = {
  default: {
    document: { run: { font: fonts.text, size: sizes.text } },
    title: { run: { font: fonts.head, size: sizes.heading, color: "000000" }, paragraph: { spacing: { line: 600 } } },
    heading1: {
      run: { font: fonts.section, size: sizes.text, bold: false, color: "000000" },
      paragraph: { spacing: { before: 240, line: 560 }, indent: { firstLine: 640 }, keepNext: true },
    },
  },
} as const;

const languageOf = ({ language }: WordBulletin) =>
  language === "en" ? { value: "en-GB", eastAsia: "zh-CN" } : { value: "zh-CN", eastAsia: "zh-CN" };

/** Out: the bytes of a .docx file. */
export async function wordFile(bulletin: WordBulletin): Promise<Uint8Array> {
  const document = new Document({
    title: bulletin.heading,
    creator: bulletin.issuer,
    styles: {
      default: {
        ...styles.default,
        document: { run: { ...styles.default.document.run, language: languageOf(bulletin) } },
      },
    },
    sections: [
      {
        properties: { page },
        footers: { default: footer },
        children: [...headOf(bulletin), ...bulletin.sections.flatMap(sectionOf), ...closeOf(bulletin)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
