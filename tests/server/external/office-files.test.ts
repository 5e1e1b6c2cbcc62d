import assert from "node:assert/strict";
import { wordFile } from "../../../server/external/word.ts";
import { writeWorkbook } from "../../../server/external/write-workbook.ts";
import { unzip } from "../../support/unzip.ts";

describe("Excel files", () => {
  it("keep hostile text as text and numbers as numbers", async () => {
    const bytes = await writeWorkbook([
      {
        ...{ title: "一/二:三", header: ["名称", "件数"], widths: [16, 16] },
        rows: [
          ['=HYPERLINK("http://x")', 12],
          ["+1", null],
          ["@cmd\u0000\u0008", 0.5],
        ],
      },
      { title: "一/二:三", header: ["甲"], widths: [16], rows: [] },
    ]);
    const files = unzip(bytes);
    const sheets = [...files].filter(([name]) => name.startsWith("xl/worksheets/sheet")).map(([, text]) => text);
    assert.equal(sheets.length, 2);
    assert.ok(sheets.every((sheet) => !sheet.includes("<f>") && !sheet.includes("<f ")));
    assert.match(sheets[0] ?? "", /<v>12<\/v>/);
    const all = [...files.values()].join("");
    assert.ok(all.includes("=HYPERLINK(") && !all.includes("\u0008"));
    const names = [...(files.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      (match) => match[1],
    );
    assert.equal(new Set(names).size, 2);
  });
});

describe("Word files", () => {
  it("hold head, sections, tables and lists of a bulletin on A4", async () => {
    const files = unzip(
      await wordFile({
        ...{ issuer: "南苑街道", issue: "2026年第10期", heading: "工作通报", date: "2026年11月23日" },
        ...{ remark: "（本月尚未结束）", language: "zh-CN" },
        sections: [
          {
            ...{ title: "一、总体情况", paragraphs: ["上报 <38> 件 & 立案"], notes: ["名单：甲、乙"] },
            table: {
              columns: ["单位", "地点", "上报数"],
              rows: [["幸福社区", "锦川区南苑街道幸福路 18 号幸福花园 3 栋 2 单元", "23"]],
            },
          },
        ],
      }),
    );
    const text = files.get("word/document.xml") ?? "";
    for (const words of [
      "南苑街道",
      "2026年第10期",
      "工作通报",
      "一、总体情况",
      "上报 &lt;38&gt; 件 &amp; 立案",
      "幸福社区",
      "名单：甲、乙",
      "（本月尚未结束）",
    ])
      assert.ok(text.includes(words), words);
    assert.match(text, /w:pgSz w:w="11906" w:h="16838"/);
    assert.match(text, /w:color w:val="C00000"/);
    // Headings of the outline, in the fonts of official papers, black; page numbers at the foot.
    assert.match(text, /<w:pStyle w:val="Title"\/>/);
    assert.match(text, /<w:pStyle w:val="Heading1"\/>/);
    const styles = files.get("word/styles.xml") ?? "";
    for (const font of ["仿宋_GB2312", "黑体", "方正小标宋简体"]) assert.ok(styles.includes(font), font);
    assert.match(styles, /w:eastAsia="zh-CN"/);
    assert.ok([...files].some(([name, part]) => name.startsWith("word/footer") && part.includes("PAGE")));
    const [, first = "", second = "", third = ""] =
      /<w:tblGrid>.*?w:w="(\d+)".*?w:w="(\d+)".*?w:w="(\d+)"/.exec(text) ?? [];
    assert.ok(Number(second) > 2 * Number(third), "a long place has the room that a number does not need");
    assert.ok(Number(first) + Number(second) + Number(third) <= 8845, "no wider than the text");
    assert.ok(files.has("[Content_Types].xml") && files.has("_rels/.rels"));
  });
});
