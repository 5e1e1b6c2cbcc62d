/** R2 and R7 in full. */
import assert from "node:assert/strict";
import { everyCrashPoint } from "./crash-points.ts";
import { liveThrough, noTroubles } from "./live-through.ts";

describe("20,000 seeds in a world where everything goes wrong", () => {
  for (let part = 0; part < 20; part += 1) {
    it(`part ${part + 1} of 20`, async () => {
      for (let seed = part * 1_000 + 1; seed <= (part + 1) * 1_000; seed += 1) {
        await liveThrough(seed, 200, noTroubles());
      }
    });
  }
});

describe("a crash at every call of the store", () => {
  it("gives what the uninterrupted life gives", async () => {
    const seeds = Array.from({ length: 60 }, (_, at) => at + 1);
    assert.ok((await everyCrashPoint(seeds, Infinity)) >= 400);
  });
});
