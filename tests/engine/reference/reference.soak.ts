/** R8, R9 in full: 2,000 processes, at least 6,000 lives. */
import assert from "node:assert/strict";
import { endure } from "./arbitrary-graphs.ts";
import { leadLives, seedsFrom } from "./sizes.ts";

describe("2,000 random processes", () => {
  for (let part = 0; part < 10; part += 1) {
    it(`live the same lives in engine and reference: part ${part + 1} of 10`, async () => {
      const { lives, over } = await leadLives(seedsFrom(part * 200 + 1, 200), 4);
      console.log(`      ${lives} lives, ${over} to their end`);
      assert.ok(over > lives * 0.9);
    });
  }
});

describe("5,000 arbitrary graphs", () => {
  it("are refused, or bounded by the step limit", async () => {
    for (const seed of seedsFrom(1_001, 5_000)) await endure(seed);
  });
});
