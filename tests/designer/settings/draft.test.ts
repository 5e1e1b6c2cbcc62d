import assert from "node:assert/strict";
import fc from "fast-check";
import {
  changesOf,
  faultsOf,
  keyOf,
  noChanges,
  withAdded,
  withoutPlace,
  withReturn,
  withSet,
} from "../../../designer/settings/draft.ts";
import { elapsedBetween } from "../../../designer/settings/elapsed.ts";

const place = (item: string) => ({ kind: "parameter", definition: "parameters", item }) as const;
const limit = (value: number) => ({ value, clock: "workHour" });

describe("the draft of settings", () => {
  it("holds one change for each attribute, the latest", () => {
    const draft = withSet(withSet(noChanges, place("a"), "value", 1, 0), place("a"), "value", 2, 0);
    assert.deepEqual(changesOf(draft), [{ ...place("a"), action: "set", attribute: "value", value: 2 }]);
  });

  it("setting a thing back to what holds leaves nothing, whatever the order of its keys", () => {
    const once = withSet(noChanges, place("a"), "value", limit(3), limit(2));
    assert.deepEqual(withSet(once, place("a"), "value", { clock: "workHour", value: 2 }, limit(2)), noChanges);
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, now) => {
        assert.deepEqual(
          withSet(withSet(noChanges, place("a"), "value", value, now), place("a"), "value", now, now),
          {},
        );
      }),
    );
  });

  it("giving back replaces setting, and setting takes giving back away", () => {
    const set = withSet(noChanges, place("a"), "value", 1, 0);
    assert.deepEqual(changesOf(withReturn(set, place("a"))), [{ ...place("a"), action: "return" }]);
    assert.deepEqual(Object.keys(withSet(withReturn(set, place("a")), place("a"), "value", 5, 0)), [
      keyOf(place("a"), "value"),
    ]);
  });

  it("undoes one place and leaves its neighbours, also those whose names begin alike", () => {
    const both = withSet(withSet(noChanges, place("limit"), "value", 1, 0), place("limitOfAll"), "value", 1, 0);
    assert.deepEqual(Object.keys(withoutPlace(both, place("limit"))), [keyOf(place("limitOfAll"), "value")]);
    assert.deepEqual(withoutPlace(withAdded(noChanges, place("own"), {}), place("own")), noChanges);
  });

  it("finds the field of a fault by the order of the changes", () => {
    const draft = withSet(withSet(noChanges, place("a"), "value", 1, 0), place("b"), "value", 1, 0);
    const problem = (path: string) => ({ code: "X", zh: "错", en: "wrong", path });
    const faults = faultsOf(draft, [problem("/changes/1/value/value"), problem("/from")]);
    assert.equal(faults.get(keyOf(place("b"), "value"))?.length, 1);
    assert.equal(faults.get("")?.length, 1);
    assert.equal(faults.get(keyOf(place("a"), "value")), undefined);
  });
});

describe("time since the report", () => {
  it("is told in days, hours and minutes", () => {
    assert.deepEqual(elapsedBetween("2026-11-23T00:30:00.000Z", "2026-11-24T03:06:00.000Z"), {
      days: 1,
      hours: 2,
      minutes: 36,
    });
    assert.deepEqual(elapsedBetween("2026-11-23T00:30:00.000Z", "2026-11-23T00:30:00.000Z"), {
      days: 0,
      hours: 0,
      minutes: 0,
    });
  });
});
