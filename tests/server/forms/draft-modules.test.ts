import assert from "node:assert/strict";
import { existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createFormCompiler } from "../../../server/forms/compile.ts";
import { DraftModules, dropForgotten } from "../../../server/forms/draft-modules.ts";
import { temporaryFolder } from "../../support/stores.ts";

const day = 86_400_000;

describe("modules of form drafts", () => {
  const folder = temporaryFolder();
  after(() => rmSync(folder, { recursive: true }));
  const fileOf = (name: string) => join(folder, name);
  const write = (name: string) => writeFileSync(fileOf(name), "");

  it("are dropped but for the newest fifty, and for what a published form needs", async () => {
    const modules = new DraftModules();
    for (let n = 0; n < 60; n++) {
      write(`d${n}`);
      modules.made(`d${n}`, fileOf(`d${n}`));
      if (n === 20) await modules.keep("d3");
      if (n > 20) modules.used("d5");
    }
    await modules.keep("none");
    const gone = Array.from({ length: 60 }, (_, n) => n).filter((n) => !existsSync(fileOf(`d${n}`)));
    assert.deepEqual(gone, [0, 1, 2, 4, 6, 7, 8, 9, 10]);
  });

  it("of an earlier run go once nobody has loaded them for a month", async () => {
    const now = Date.parse("2026-11-23T00:00:00Z");
    for (const name of readdirSync(folder)) rmSync(fileOf(name));
    for (const [name, age] of [
      ["old", 31],
      ["young", 29],
    ] as const) {
      write(name);
      utimesSync(fileOf(name), (now - age * day) / 1000, (now - age * day) / 1000);
    }
    assert.equal(await dropForgotten(folder, now), 1);
    assert.deepEqual(readdirSync(folder), ["young"]);
    assert.equal(await dropForgotten(join(folder, "none"), now), 0);
  });

  it("can be fetched by hash, are never loaded here, and become a published form's without another compilation", async () => {
    const compiler = createFormCompiler(folder);
    const schema = { type: "object", properties: { a: { type: "string", maxLength: 3 } } } as const;
    const made = await compiler.compileDraft(schema);
    assert.ok(made.ok);
    assert.ok((await compiler.moduleByHash(made.value.hash))?.includes("validators"));
    const published = await compiler.compileForm(schema);
    assert.ok(published.ok);
    assert.equal(published.value.hash, made.value.hash);
    assert.equal(published.value.validate({ a: "long" }).length, 1);
    const wrong = await compiler.compileDraft({ type: "objekt" });
    assert.equal(wrong.ok, false);
    await compiler.stop();
  });
});
