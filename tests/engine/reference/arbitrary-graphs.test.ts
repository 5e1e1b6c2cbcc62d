/** R8, last part, in the size of every run; the soak is in `reference.soak.ts`. */
import assert from "node:assert/strict";
import { endure } from "./arbitrary-graphs.ts";
import { seedsFrom } from "./sizes.ts";

describe("arbitrary graphs, also unsound ones", function () {
  this.timeout(120_000);

  it("are refused with a sentence in both languages, or bounded by the step limit", async () => {
    let deployed = 0;
    for (const seed of seedsFrom(1, 150)) if (await endure(seed)) deployed += 1;
    console.log(`      ${deployed} of 150 were deployed`);
    assert.ok(deployed > 10 && deployed < 140, "both kinds are among them");
  });
});
