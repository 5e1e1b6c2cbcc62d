/** R2 and R7 in the sizes of every run (decided.md 23); in full: `crashes.soak.ts`. */
import assert from "node:assert/strict";
import { everyCrashPoint } from "./crash-points.ts";
import { liveThrough, noTroubles } from "./live-through.ts";

describe("cases in a world where everything goes wrong (R7)", function () {
  this.timeout(240_000);

  it("keep all invariants in 200 seeds of 100 steps, and every kind of trouble has happened", async () => {
    const troubles = noTroubles();
    for (let seed = 1; seed <= 200; seed += 1) await liveThrough(seed, 100, troubles);
    console.log(`      ${JSON.stringify(troubles)}`);
    for (const [kind, times] of Object.entries(troubles)) assert.ok(times >= 100, `${kind} happened ${times} times`);
  });

  it("live the same again with the same seed", async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      assert.equal(await liveThrough(seed, 100, noTroubles()), await liveThrough(seed, 100, noTroubles()));
    }
  });
});

describe("a crash at each call of the store (R2)", function () {
  this.timeout(120_000);

  it("gives what the uninterrupted life gives, at 60 points", async () => {
    assert.equal(await everyCrashPoint([11, 12, 13, 14, 15, 16, 17, 18], 60), 60);
  });
});
