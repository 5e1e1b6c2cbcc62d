import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { inChinese, translateModule } from "../../../designer/flow/translate.ts";

const lib = join(dirname(createRequire(import.meta.url).resolve("bpmn-js/package.json")), "lib");
/** What NavigatedViewer is made of (its `_modules`): drawing, import, and the features of a viewer. */
const viewerParts = ["draw", "import", "core", "features/drilldown", "features/outline"];

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(lib, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(join(lib, folder, file), "utf8"));
}

describe("bpmn-js in Chinese", () => {
  it("has a sentence for everything the viewer asks to translate", () => {
    const asked = viewerParts
      .flatMap(sourcesIn)
      .flatMap((source) => [...source.matchAll(/translate\(\s*'((?:[^'\\]|\\.)+)'/g)].map((match) => match[1] ?? ""))
      .filter((template) => /^[A-Z]/.test(template));
    assert.ok(asked.length > 0, "expected the viewer to ask for something");
    assert.deepEqual(
      asked.filter((template) => inChinese(template) === undefined),
      [],
    );
  });

  it("has a sentence for every reason why a file cannot be drawn", () => {
    const thrown = ["draw", "import"]
      .flatMap(sourcesIn)
      .flatMap((source) => [...source.matchAll(/new Error\('([^'<]+)'\)/g)].map((match) => match[1] ?? ""));
    assert.deepEqual(
      thrown.filter((sentence) => inChinese(sentence) === undefined),
      [],
    );
  });

  it("fills the holes of a sentence and leaves unknown ones", () => {
    const translate = translateModule.translate[1] as (template: string, values?: Record<string, string>) => string;
    assert.equal(translate("Open {element}", { element: "处置" }), "打开处置");
    assert.equal(translate("Open {element}"), "打开{element}");
  });
});
