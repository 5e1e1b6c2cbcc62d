import assert from "node:assert/strict";
import { cell } from "./speaking.ts";

describe("FEEL unary tests (DMN §7.3.12, table 55)", () => {
  const table: readonly (readonly [string, unknown, boolean])[] = [
    ["-", null, true],
    ["5", 5, true],
    ["5", null, false],
    ["null", null, true],
    ['"a", "b"', "b", true],
    ['not("a", "b")', "b", false],
    ['not("a", "b")', "c", true],
    ["< 10", 5, true],
    ["< 10", null, false],
    ["< 10", "5", false],
    [">= 10, < 3", 2, true],
    ["[1..5]", 5, true],
    ["[1..5)", 5, false],
    ["(1..5]", 1, false],
    ["not([1..5])", 7, true],
    ["not([1..5])", null, false],
    ["true", true, true],
    ["true", false, false],
    ["? > 3 and ? < 8", 5, true],
    ['contains(?, "污水")', "污水外溢", true],
    ['starts with(?, "nanyuan")', "nanyuanUrban", true],
    ['not(contains(?, "x"))', "abc", true],
    ["limit", 10, true],
    ["> limit", 11, true],
    ["allowed", "b", true],
    ["not(allowed)", "c", true],
    ["limit > 5", "anything", true],
    ["= 3", 3, true],
    ["!= 3", 3, false],
    ["[1, 2, 3]", 2, true],
    ["0.3", 0.3, true],
    ["even(?)", 4, true],
  ];
  for (const [source, input, expected] of table) {
    it(`${source} ${expected ? "accepts" : "refuses"} ${JSON.stringify(input)}`, () => {
      assert.equal(cell(source, input as never, { limit: 10, allowed: ["a", "b"] }), expected);
    });
  }

  it("compare dates when the input is one", () => {
    assert.equal(cell('date(?) < date("2026-05-01")', "2026-04-30"), true);
  });
});
