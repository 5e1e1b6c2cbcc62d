import assert from "node:assert/strict";
import { en as adminEn } from "../../../designer/admin/texts/en.ts";
import { zh as adminZh } from "../../../designer/admin/texts/zh.ts";
import { en as deskEn } from "../../../designer/desk/texts/en.ts";
import { zh as deskZh } from "../../../designer/desk/texts/zh.ts";
import { en as settingsEn } from "../../../designer/settings/texts/en.ts";
import { zh as settingsZh } from "../../../designer/settings/texts/zh.ts";
import { en as formEn } from "../../../designer/form/texts/en.ts";
import { zh as formZh } from "../../../designer/form/texts/zh.ts";
import { boardTexts } from "../../../designer/admin/boards/texts.ts";
import { deskResidentTexts } from "../../../designer/desk/resident/texts.ts";
import { en as residentEn } from "../../../designer/resident/texts/en.ts";
import { zh as residentZh } from "../../../designer/resident/texts/zh.ts";
import { en as recordsEn } from "../../../designer/desk/records/texts/en.ts";
import { zh as recordsZh } from "../../../designer/desk/records/texts/zh.ts";
import { en as resultsEn } from "../../../designer/results/texts/en.ts";
import { zh as resultsZh } from "../../../designer/results/texts/zh.ts";
import { flowTexts } from "../../../designer/flow/texts.ts";

interface Texts {
  readonly [key: string]: string | Texts;
}

function flat(texts: Texts, path = ""): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") found.set(here, value);
    else for (const [below, text] of flat(value, here)) found.set(below, text);
  }
  return found;
}

const rooms = [
  { room: "desk", zh: deskZh, en: deskEn },
  { room: "settings", zh: settingsZh, en: settingsEn },
  { room: "admin", zh: adminZh, en: adminEn },
  { room: "records", zh: recordsZh, en: recordsEn },
  { room: "form", zh: formZh, en: formEn },
  { room: "grid boards", zh: boardTexts["zh-CN"], en: boardTexts.en },
  { room: "resident on a case", zh: deskResidentTexts["zh-CN"], en: deskResidentTexts.en },
  { room: "residents", zh: residentZh, en: residentEn },
  { room: "results", zh: resultsZh, en: resultsEn },
  { room: "flow", zh: flowTexts["zh-CN"], en: flowTexts.en },
] as const;

/** Names that stay Latin in Chinese, and keys of the keyboard. */
const latin =
  /Word|Excel|JSON Schema|JSON|Alt|Delete|Gridloom|Ctrl|Camunda Modeler|BPMNDI|A4|MB|\.bpmn|\.dmn|\.json|v\{\{version\}\}/g;
const holes = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort((a, b) => (a ?? "").localeCompare(b ?? ""));

for (const { room, zh, en } of rooms) {
  describe(`words of the room ${room}`, () => {
    const chinese = flat(zh);
    const english = flat(en);

    it("have the same keys in both languages", () => {
      assert.deepEqual([...english.keys()].sort(), [...chinese.keys()].sort());
    });

    it("are never empty", () => {
      for (const [key, text] of [...chinese, ...english]) assert.notEqual(text.trim(), "", key);
    });

    it("name the same values in both languages", () => {
      // Short marks and the state line may leave out a value in one of them, never add one.
      for (const [key, text] of chinese)
        for (const hole of holes(english.get(key) ?? ""))
          assert.ok(holes(text).includes(hole), `${key}: {{${String(hole)}}}`);
    });

    it("speak Chinese in Chinese", () => {
      for (const [key, text] of chinese) {
        const rest = text.replace(latin, "").replace(/\{\{\w+\}\}/g, "");
        assert.doesNotMatch(rest, /[A-Za-z]{2,}/, `${key}: ${text}`);
        assert.doesNotMatch(text, /[，。；：？！] /, `${key}: a space after Chinese punctuation`);
      }
    });
  });
}
