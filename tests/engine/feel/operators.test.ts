import assert from "node:assert/strict";
import { cases, feel } from "./speaking.ts";

const check = (source: string, expected: unknown): void => assert.deepEqual(feel(source), expected);

describe("FEEL arithmetic (DMN §10.3.2.12)", () => {
  cases(
    [
      ["1 + 2 * 3", 7],
      ["0.1 + 0.2 = 0.3", true],
      ["0.1 + 0.2", 0.3],
      ["1.10 * 3", 3.3],
      ["10 / 4", 2.5],
      ["10 / 0", null],
      ["string(1 / 3)", "0.3333333333333333333333333333333333"],
      ["2 ** 10", 1024],
      ["2 ^ 3", 8],
      ["-3 ** 2", 9],
      ["10 ** -2", 0.01],
      ["2 ** 0.5 > 1.414", true],
      ["9007199254740993 + 0 = 9007199254740993", true],
      ["string(9007199254740993 + 2)", "9007199254740995"],
      ["1e3", 1000],
      [".5 + 1", 1.5],
      ["-(1 + 2)", -3],
      ["0 * -1", 0],
      ["10 ** 7000", null],
      ['"a" + "b"', "ab"],
      ['"a" + 1', null],
      ["1 + null", null],
      ["[1] + [2]", null],
      ["1 // a comment", 1],
      ["1 /* another */ + 1", 2],
    ],
    check,
  );
});

describe("FEEL comparison and the three truth values (DMN §10.3.2.13, table 50)", () => {
  cases(
    [
      ["1 = 1.0", true],
      ['1 = "1"', null],
      ['1 != "1"', null],
      ["null = null", true],
      ["null != 1", true],
      ["null < 1", null],
      ['"a" < "b"', true],
      ['1 < "b"', null],
      ["[1,2] = [1,2]", true],
      ["[1,2] = [2,1]", false],
      ["[1] = 1", null],
      ["{a: 1, b: 2} = {b: 2, a: 1}", true],
      ["{a: 1} = {a: 1, b: 2}", false],
      ["[1..3] = [1..3]", true],
      ["[1..3] = [1..3)", false],
      ["true and null", null],
      ["false and null", false],
      ["null and false", false],
      ["true or null", true],
      ["null or false", null],
      ['"x" and true', null],
      ["not(true)", false],
      ["not(null)", null],
      ["5 between 1 and 5", true],
      ["5 between 6 and 9", false],
      ["null between 1 and 5", null],
      ["1 in [1,2,3]", true],
      ["3 in [1..3)", false],
      ["1 in (1..3]", false],
      ["2 in ]1..3[", true],
      ["2 in (< 1, > 1)", true],
      ["2 in (1, 2)", true],
      ["null in [1..2]", null],
      ['"a" in ("b", "c")', false],
      ["5 in > 3", true],
      ["if true then 1 else 2", 1],
      ["if null then 1 else 2", 2],
      ['if "x" then 1 else 2', 2],
    ],
    check,
  );

  it("does not look at the right side when the left decides", () => {
    assert.equal(feel("false and sum(for i in 1..100000 return i) > 0", {}, { steps: 100 }), false);
    assert.equal(feel("true or sum(for i in 1..100000 return i) > 0", {}, { steps: 100 }), true);
  });
});

describe("FEEL types and functions (DMN §10.3.2.9, §10.3.2.13)", () => {
  cases(
    [
      ["1 instance of number", true],
      ["null instance of Any", false],
      ["null instance of Null", true],
      ["[1, 2] instance of list<number>", true],
      ['[1, "a"] instance of list<number>', false],
      ["{a: 1} instance of context<a: number>", true],
      ["{a: 1} instance of context<b: number>", false],
      ['@"P1D" instance of days and time duration', true],
      ['@"P1D" instance of years and months duration', false],
      ["[1..2] instance of range", true],
      ["(function(x) x) instance of function<Any> -> Any", true],
      ["1 instance of fruit", "!FEEL_UNKNOWN_TYPE"],
      ["(function(x, y) x - y)(3, 1)", 2],
      ["(function(x, y) x - y)(y: 3, x: 1)", -2],
      ["(function(x: string) x)(1)", null],
      ["(function(x) x)(1, 2)", null],
      ["{f: function(a) a * 2, r: f(4)}.r", 8],
      ["{n: 3, f: function(a) a + n, n2: f(1)}.n2", 4],
      ['function() external {java: {class: "x"}}', "!FEEL_UNSUPPORTED"],
      ["nothing(1)", null],
      ["abs", null],
      ['substring(string: "foobar", start position: 3)', "obar"],
      ['substring(text: "foobar", start position: 3)', null],
    ],
    check,
  );
});
