/** R8, R9 in the size of every run; the full size is `reference.soak.ts`. */
import assert from "node:assert/strict";
import { Dice } from "./dice.ts";
import { randomProcess } from "./random-process.ts";
import { kindsOf } from "./run-both.ts";
import { leadLives, seedsFrom } from "./sizes.ts";

/** What `README.md` says is covered is really drawn. */
const COVERED: readonly string[] = [
  ...["start", "start message", "start signal", "start timer", "start conditional", "start error", "start escalation"],
  ...["end", "end terminate", "end error", "end cancel", "exclusive", "parallel", "inclusive", "eventBased"],
  ...["throw none", "throw message", "throw signal", "throw escalation", "throw link", "throw compensate"],
  ...["catch timer", "catch message", "catch signal", "catch conditional", "catch link"],
  ...["boundary timer", "boundary message", "boundary signal", "boundary conditional", "boundary error"],
  ...["boundary escalation", "boundary compensate", "boundary cancel", "task", "manual", "user", "service", "rule"],
  ...["script", "send message", "receive message", "sub", "eventSub", "transaction", "call"],
  ...["user multi", "user standard", "service multi", "service standard", "script multi", "script standard"],
  ...["sub multi", "sub standard"],
];

describe("random processes", function () {
  this.timeout(120_000);

  it("live the same lives in the engine and in the reference interpreter, also when stopped after each step", async () => {
    const { lives, over } = await leadLives(seedsFrom(1, 150), 2);
    console.log(`      ${lives} lives, ${over} to their end`);
    assert.ok(over > lives * 0.9, "nearly all lives come to their end");
  });
});

describe("the elements of random processes", () => {
  it("are those that the reference interpreter covers", () => {
    const drawn = new Set(seedsFrom(1, 1_500).flatMap((seed) => kindsOf(randomProcess(new Dice(seed)))));
    assert.deepEqual(
      COVERED.filter((kind) => !drawn.has(kind)),
      [],
    );
  });
});
