import assert from "node:assert/strict";
import type { Operation } from "../../../engine/model/pack.ts";
import { mergeOperations } from "../../../engine/overlay/index.ts";
import { operation } from "./pack-of.ts";

const value = (id: string, item: string, hours: number): Operation =>
  operation(`parameter/parameters/${item}`, { op: "set", attribute: "value", value: hours, from: "2026-01-01" }, id);
const said = (operations: readonly Operation[]) =>
  Object.fromEntries(operations.map((each) => [each.target.item, each.op === "set" ? each.value : undefined]));

describe("a pack shipped anew while its street has set things", () => {
  const before = [value("a", "sign", 1), value("b", "verify", 1)];

  it("takes what is shipped where the street touched nothing", () => {
    assert.deepEqual(said(mergeOperations(before, before, [value("a", "sign", 2), value("c", "urgent", 9)])), {
      sign: 2,
      urgent: 9,
    });
  });

  it("keeps what the street changed, added or gave back", () => {
    const street = [value("a", "sign", 5), value("d", "grid", 7)];
    const shipped = [value("a", "sign", 2), value("b", "verify", 2), value("c", "urgent", 9)];
    assert.deepEqual(said(mergeOperations(before, street, shipped)), { sign: 5, grid: 7, urgent: 9 });
  });
});
