/** decided.md 25: traces written from the text of the specification, so that one misreading is not its own proof. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { played, readGolden } from "./play.ts";

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith(".trace"));

describe("golden traces", () => {
  it("are at least a hundred, each with the section it is written from", () => {
    assert.ok(files.length >= 100, `${files.length} traces`);
    for (const file of files)
      assert.match(readGolden(readFileSync(join(folder, file), "utf8")).section, /^\d+(\.\d+)*/);
  });

  for (const file of files) {
    const golden = readGolden(readFileSync(join(folder, file), "utf8"));
    it(`${golden.title} (BPMN 2.0 §${golden.section})`, async () => {
      assert.equal(await played(golden), golden.play);
    });
  }
});
