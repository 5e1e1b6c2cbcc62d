/** The one user of docx: an official bulletin on A4, with the red head of its kind, for Word and WPS. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";

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

/** Sizes in half points: 二号 44, 三号 32, 小四 24, 五号 21. */
const sizes = { issuer: 52, heading: 44, text: 32, table: 21, foot: 24 } as const;
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

function headOf({ issuer, issue, heading, date }: WordBulletin): Paragraph[] {
  return [
    centred(issuer, { font: fonts.head, size: sizes.issuer, color: RED, bold: true }, 240),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: line },
      spacing: { after: 480 },
      children: [new TextRun({ text: `${issue}        ${date}`, font: fonts.text, size: sizes.foot })],
    }),
    centred(heading, { font: fonts.head, size: sizes.heading }, 360),
  ];
}

const cellOf = (words: string, isHead: boolean, width: number) =>
  new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: words, font: isHead ? fonts.section : fonts.text, size: sizes.table, bold: isHead }),
        ],
      }),
    ],
  });

function tableOf({ columns, rows }: NonNullable<WordSection["table"]>): Table {
  const width = Math.floor(TEXT_WIDTH / Math.max(1, columns.length));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((words) => cellOf(words, isHead, width)),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(() => width),
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  });
}

function sectionOf({ title, paragraphs, table, notes }: WordSection): (Paragraph | Table)[] {
  const heading = new Paragraph({
    spacing: { before: 240, line: 560 },
    indent: { firstLine: 640 },
    keepNext: true,
    children: [new TextRun({ text: title, font: fonts.section, size: sizes.text })],
  });
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

/** Out: the bytes of a .docx file. */
export async function wordFile(bulletin: WordBulletin): Promise<Uint8Array> {
  const document = new Document({
    title: bulletin.heading,
    creator: bulletin.issuer,
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
