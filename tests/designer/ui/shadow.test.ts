import assert from "node:assert/strict";
import fc from "fast-check";
import { afterChange, sortOut, type Filled } from "../../../designer/ui/form/shadow.ts";
import type { FormData } from "../../../designer/ui/form/environment.tsx";

/** A form with two branches: `done` shows result, `escalate` shows reason; `days` has a default. */
const shownFor = (data: FormData) => ({
  outcome: {},
  ...(data["outcome"] === "done" ? { result: {}, days: { default: 3 } } : {}),
  ...(data["outcome"] === "escalate" ? { reason: {} } : {}),
});

const empty: Filled = { data: {}, kept: {}, shown: new Set(["outcome"]) };
const step = (before: Filled, change: FormData) => afterChange(before, { ...before.data, ...change }, shownFor);

describe("values of a branch that is not shown", () => {
  it("wait, are not sent, and come back with the branch", () => {
    const written = step(step(empty, { outcome: "done" }), { result: "已疏通" });
    const away = step(written, { outcome: "escalate" });
    assert.equal(away.data["result"], undefined);
    const back = step(away, { outcome: "done" });
    assert.equal(back.data["result"], "已疏通");
  });

  it("are nothing while they are an empty object, which nobody filled in", () => {
    const withPosition = (data: FormData) => ({ ...shownFor(data), position: {} });
    assert.deepEqual(sortOut({ outcome: "done", position: {} }, {}, new Set(), withPosition).data, {
      ...{ outcome: "done", days: 3 },
    });
    const set = afterChange(empty, { outcome: "done", position: { lng: 1 } }, withPosition);
    assert.deepEqual(set.data["position"], { lng: 1 });
  });

  it("wait also when rjsf has already dropped them", () => {
    const written = step(step(empty, { outcome: "done" }), { result: "已疏通" });
    const away = afterChange(written, { outcome: "escalate" }, shownFor);
    assert.equal(step(away, { outcome: "done" }).data["result"], "已疏通");
  });

  it("do not come back once the person emptied them", () => {
    const written = step(step(empty, { outcome: "done" }), { result: "已疏通" });
    const emptied = step(written, { result: undefined });
    const back = step(step(emptied, { outcome: "escalate" }), { outcome: "done" });
    assert.equal(back.data["result"], undefined);
  });

  it("never get into what is sent, whatever is tapped in whatever order", () => {
    const tap = fc.record(
      { outcome: fc.constantFrom("done", "escalate"), result: fc.string(), reason: fc.string() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(tap, { maxLength: 12 }), (taps) => {
        let filled = empty;
        for (const change of taps) {
          const shown = shownFor(filled.data);
          const possible = Object.fromEntries(Object.entries(change).filter(([key]) => key in shown));
          filled = step(filled, possible);
          const nowShown = shownFor(filled.data);
          for (const key of Object.keys(filled.data)) assert.ok(key in nowShown, key);
        }
      }),
    );
  });
});

describe("defaults", () => {
  it("are set when an item first shows", () => {
    assert.equal(sortOut({ outcome: "done" }, {}, new Set(), shownFor).data["days"], 3);
    assert.equal(step(empty, { outcome: "done" }).data["days"], 3);
  });

  it("do not overrule what was given before", () => {
    const changed = step(step(empty, { outcome: "done" }), { days: 5 });
    const back = step(step(changed, { outcome: "escalate" }), { outcome: "done" });
    assert.equal(back.data["days"], 5);
  });
});
