import assert from "node:assert/strict";
import fc from "fast-check";
import { formats } from "../../../server/forms/formats.ts";

const is = (name: string, text: string) => formats[name]?.validate(text);

describe("formats of forms", () => {
  it("accept a citizen's number with its check character and refuse every single wrong digit", () => {
    const right = "11010519491231002X";
    assert.equal(is("idNumber", right), true);
    for (let index = 0; index < 17; index++) {
      const digit = String((Number(right[index]) + 1) % 10);
      assert.equal(is("idNumber", right.slice(0, index) + digit + right.slice(index + 1)), false, `digit ${index}`);
    }
  });

  it("refuse a citizen's number with a birthday that does not exist, or in lower case", () => {
    assert.equal(is("idNumber", "110105194902310021"), false);
    assert.equal(is("idNumber", "11010519491231002x"), false);
    assert.equal(is("idNumber", "110105491231002"), false);
  });

  it("know the days of every month", () => {
    assert.equal(is("date", "2024-02-29"), true);
    assert.equal(is("date", "2026-02-29"), false);
    assert.equal(is("date", "2026-13-01"), false);
    assert.equal(is("date", "2026-1-1"), false);
  });

  it("want a zone in an instant", () => {
    assert.equal(is("date-time", "2026-11-23T09:30:00+08:00"), true);
    assert.equal(is("date-time", "2026-11-23T09:30:00.123Z"), true);
    assert.equal(is("date-time", "2026-11-23T09:30:00"), false);
    assert.equal(is("date-time", "2026-11-23 09:30:00Z"), false);
  });

  it("tell mobile numbers, fixed lines and other digits apart", () => {
    assert.deepEqual(
      ["13800138000", "0851-87654321", "085187654321-12", "12800138000", "1380013800"].map((text) => is("phone", text)),
      [true, true, true, false, false],
    );
  });

  it("accept a unified social credit code by its check character", () => {
    assert.equal(is("creditCode", "91350100M000100Y43"), true);
    assert.equal(is("creditCode", "91350100M000100Y44"), false);
  });

  it("answer at once for any text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (text) => {
        for (const format of Object.values(formats)) assert.equal(typeof format.validate(text), "boolean");
      }),
    );
  });
});
