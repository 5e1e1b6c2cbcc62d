import assert from "node:assert/strict";
import { nextName } from "../../../designer/people/grids/geometry.ts";
import { en } from "../../../designer/people/texts/en.ts";
import { zh } from "../../../designer/people/texts/zh.ts";

interface Texts {
  readonly [key: string]: string | Texts;
}

const flat = (texts: Texts, path = ""): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as const] : flat(value, `${path}${key}.`),
  );
const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "").toSorted();

describe("words of people and organisation", () => {
  it("have the same keys in both languages, and the same gaps", () => {
    const [chinese, english] = [new Map(flat(zh)), new Map(flat(en))];
    assert.deepEqual([...english.keys()].toSorted(), [...chinese.keys()].toSorted());
    for (const [key, text] of chinese) assert.deepEqual(gaps(english.get(key) ?? ""), gaps(text), key);
  });

  it("are free of English in Chinese", () => {
    const latin = /\{\{\w+\}\}|Excel|\.xlsx/g;
    assert.deepEqual(
      flat(zh).filter(([, text]) => /[A-Za-z]{2,}/.test(text.replaceAll(latin, ""))),
      [],
    );
  });
});

describe("the name of a new grid", () => {
  const community = { code: "xingfu", title: { "zh-CN": "幸福社区", en: "Xingfu Community" } };

  it("takes the next number, also beyond those that are gone", () => {
    assert.deepEqual(nextName(community, ["xingfuGrid1", "xingfuGrid4", "hepingGrid9"]), {
      unit: "xingfuGrid5",
      title: { "zh-CN": "幸福社区第5网格", en: "Xingfu Community Grid 5" },
    });
    assert.equal(nextName(community, []).unit, "xingfuGrid1");
  });
});
