/** The seeded faults fit the code of today; that each is found is proved by `npm run faults`. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { apply, faults } from "./run.mjs";

const root = join(import.meta.dirname, "..", "..");

describe("seeded faults", () => {
  it("are at least fifteen", () => {
    assert.ok(faults().length >= 15);
  });

  for (const { name, path, test, grep } of faults()) {
    it(`${name} fits, and names a test that exists`, () => {
      assert.ok(test !== undefined && grep !== undefined, "the test is named above the diff");
      assert.ok(existsSync(join(root, test)));
      const isTrace = test.includes("/golden/");
      assert.ok(isTrace || readFileSync(join(root, test), "utf8").includes(grep), `${test} has no test "${grep}"`);
      assert.equal(apply(path, root, true).stderr, "");
    });
  }
});
