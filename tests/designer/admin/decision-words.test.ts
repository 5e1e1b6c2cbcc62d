import assert from "node:assert/strict";
import { sayEntry } from "../../../designer/admin/detail/decision-words.ts";

const words = new Map([
  ["nanyuanUrban", "南苑街道城管中队"],
  ["nanyuanPolice", "南苑派出所"],
]);

describe("an entry of a decision table", () => {
  it("says a known code by its title", () => {
    assert.deepEqual(sayEntry('"nanyuanUrban"', words), { words: "南苑街道城管中队", isCode: false });
  });

  it("says a list of codes one after the other", () => {
    assert.deepEqual(sayEntry('["nanyuanUrban", "nanyuanPolice"]', words), {
      words: "南苑街道城管中队、南苑派出所",
      isCode: false,
    });
    assert.deepEqual(sayEntry('"nanyuanUrban","x"', words), { words: "南苑街道城管中队、x", isCode: false });
  });

  it("takes the quotes from a text", () => {
    assert.deepEqual(sayEntry('"目录外事项，由派遣员确定"', words), {
      words: "目录外事项，由派遣员确定",
      isCode: false,
    });
  });

  it("says yes and no, which a text of the same letters is not", () => {
    const said = new Map([["false", "否"]]);
    assert.deepEqual(sayEntry("false", said), { words: "否", isCode: false });
    assert.deepEqual(sayEntry("true", said), { words: "true", isCode: true });
  });

  it("leaves expressions as they are written", () => {
    for (const entry of [
      "param.handlerRole",
      '"a" + "b"',
      'if severity = "urgent" then 1 else 2',
      "[1..5]",
      "> 3",
      'not("a")',
    ])
      assert.deepEqual(sayEntry(entry, words), { words: entry, isCode: true });
  });
});
