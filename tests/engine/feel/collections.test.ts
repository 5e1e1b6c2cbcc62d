import assert from "node:assert/strict";
import { cases, feel } from "./speaking.ts";

const variables = {
  n: 2,
  list: [1, 2, 3, 4],
  people: [
    { name: "甲", age: 30, isHead: true },
    { name: "乙", age: 17, isHead: false },
  ],
  place: { grid: { code: "xingfuGrid1" }, "door plate": "12-3" },
};
const check = (source: string, expected: unknown): void => assert.deepEqual(feel(source, variables), expected);

describe("FEEL paths and filters (DMN §10.3.2.5)", () => {
  cases(
    [
      ["place.grid.code", "xingfuGrid1"],
      ["place.nothing.more", null],
      ["place.door plate", "12-3"],
      ["people.name", ["甲", "乙"]],
      ["people.phone", [null, null]],
      ["people[age > 18].name", ["甲"]],
      ['people[name = "乙"][1].age', 17],
      ["people[isHead].name", ["甲"]],
      ["list[1]", 1],
      ["list[-1]", 4],
      ["list[0]", null],
      ["list[5]", null],
      ["list[n]", 2],
      ["list[item > n]", [3, 4]],
      ["list[> 2]", [3, 4]],
      ["list[even(item)]", [2, 4]],
      ["list[true]", [1, 2, 3, 4]],
      ["5[1]", 5],
      ["5[2]", null],
      ["null[1]", null],
      ["[][1]", null],
      ["[][item > 1]", []],
      ["[true, null][item = true]", [true]],
      ["for n in [null] return n", [null]],
      ["[{item: 1}, {item: 2}][item > 1]", [{ item: 2 }]],
      ["[{x: 1, y: 2}, {x: 3}][y = 2]", [{ x: 1, y: 2 }]],
    ],
    check,
  );
});

describe("FEEL contexts (DMN §10.3.2.6)", () => {
  cases(
    [
      ["{a: 1, b: a + 1}", { a: 1, b: 2 }],
      ['{"a b": 1}.a b', 1],
      ["{姓名: 1}.姓名", 1],
      ['{"a-b": 1, c: a-b + 1}.c', 2],
      ["{a: 1, a: 2}", null],
      ["{a: {b: {c: 3}}}.a.b.c", 3],
    ],
    check,
  );
});

describe("FEEL iteration (DMN §10.3.2.14-15)", () => {
  cases(
    [
      ["for x in list return x * n", [2, 4, 6, 8]],
      ["for x in 4..1 return x", [4, 3, 2, 1]],
      ["for x in (1..4) return x", [2, 3]],
      ["for x in [4..1] return x", []],
      ["for x in [1, 2], y in [x, 10] return x * y", [1, 10, 4, 20]],
      ["for x in [[1, 2], [3]], y in x return y", [1, 2, 3]],
      ["for i in 0..4 return if i = 0 then 1 else i * partial[-1]", [1, 1, 2, 6, 24]],
      ["for i in 1..3 return partial", [[], [[]], [[], [[]]]]],
      ['for d in @"2026-02-27"..@"2026-03-01" return d', ["2026-02-27", "2026-02-28", "2026-03-01"]],
      ["for x in 5 return x", null],
      ["for x in null return x", null],
      ["some x in list satisfies x > 3", true],
      ["every x in list satisfies x > 3", false],
      ["some x in [] satisfies x", false],
      ["every x in [] satisfies x", true],
      ["some x in [1, null] satisfies x > 3", null],
      ["some x in [null, 5] satisfies x > 3", true],
      ["every x in [null, 1] satisfies x > 3", false],
      ["some x in list, y in list satisfies x + y = 8", true],
    ],
    check,
  );
});

describe("FEEL names", () => {
  it("may be Chinese, may have spaces, and are never reached through a prototype", () => {
    assert.equal(feel("网格员 数量 + 1", { "网格员 数量": 2 }), 3);
    for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      assert.equal(feel(name), null);
      assert.equal(feel(`{}.${name}`), null);
      assert.equal(feel(`get value({}, "${name}")`), null);
      assert.equal(feel(`place.${name}`, variables), null);
    }
  });

  it("keep `__proto__` as a key like any other", () => {
    const value = feel("{__proto__: {polluted: true}, constructor: 1}");
    assert.equal(JSON.stringify(value), '{"__proto__":{"polluted":true},"constructor":1}');
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it("of variables do not hide functions", () => {
    assert.equal(feel("count(list) + count", { ...variables, count: 10 }), 14);
  });
});
