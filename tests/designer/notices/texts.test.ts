import assert from "node:assert/strict";
import { en } from "../../../designer/notices/texts/en.ts";
import { zh } from "../../../designer/notices/texts/zh.ts";

/** Every text by its dotted key. */
const flat = (texts: object, at = ""): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string" ? [[`${at}${key}`, value] as const] : flat(value as object, `${at}${key}.`),
  );
const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "").toSorted();

describe("words of notices and delivery", () => {
  const english = new Map(flat(en));

  it("are the same in both languages, with the same gaps", () => {
    assert.deepEqual(
      [...english.keys()],
      flat(zh).map(([key]) => key),
    );
    for (const [key, text] of flat(zh)) assert.deepEqual(gaps(english.get(key) ?? ""), gaps(text), key);
  });

  it("are Chinese in Chinese and English in English", () => {
    // Kinds and sizes of files are called so in Chinese too.
    const foreign = flat(zh).filter(([, text]) => /[A-Za-z]{2,}/.test(text.replaceAll(/\{\{\w+\}\}|PDF|MB/g, "")));
    assert.deepEqual(foreign, []);
    assert.deepEqual(
      [...english].filter(([, text]) => /\p{Script=Han}/u.test(text)),
      [],
    );
  });
});
