import assert from "node:assert/strict";
import { appTexts } from "../../../designer/app/texts.ts";
import { en } from "../../../designer/fill/texts/en.ts";
import { zh } from "../../../designer/fill/texts/zh.ts";
import { wordsOf } from "../../../designer/ui/form/words.ts";

/** Every text by its dotted key. */
function flat(texts: object, at = ""): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "string" ? [[`${at}${key}`, value] as const] : [...flat(value as object, `${at}${key}.`)],
    ),
  );
}

const places = (text: string) => (text.match(/\{+\w+\}+/g) ?? []).sort();

const rooms = [
  ["the phone", zh, en],
  ["signing in", appTexts["zh-CN"], appTexts.en],
  ["forms", wordsOf("zh-CN"), wordsOf("en")],
] as const;

for (const [room, chinese, english] of rooms)
  describe(`words of ${room}`, () => {
    const [zhTexts, enTexts] = [flat(chinese), flat(english)];

    it("are the same in both languages", () => {
      assert.deepEqual([...zhTexts.keys()].sort(), [...enTexts.keys()].sort());
    });

    it("have the same places for values", () => {
      for (const [key, text] of zhTexts) assert.deepEqual(places(enTexts.get(key) ?? ""), places(text), key);
    });

    it("are Chinese in Chinese and English in English", () => {
      const known = /https?|English|中文|Gridloom|lan/g;
      const foreign = [...zhTexts].filter(([, text]) =>
        /[A-Za-z]{2,}/.test(text.replace(known, "").replace(/\{+\w+\}+/g, "")),
      );
      assert.deepEqual(foreign, []);
      assert.deepEqual(
        [...enTexts].filter(([, text]) => /[一-鿿]/.test(text.replace(known, ""))),
        [],
      );
    });
  });
