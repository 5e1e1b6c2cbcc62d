import assert from "node:assert/strict";
import fc from "fast-check";
import { uuidv7 } from "../../../designer/ui/uuid.ts";

describe("ids made on the phone", () => {
  it("are UUIDs of version 7 with the variant of RFC 9562", () => {
    assert.match(uuidv7(), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("hold the moment and sort by it", () => {
    const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(moment, random, (now, bytes) => {
        const id = uuidv7(now, bytes);
        assert.equal(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16), now);
      }),
    );
    assert.ok(uuidv7(1_000) < uuidv7(1_001));
  });

  it("differ at the same moment", () => {
    const ids = new Set(Array.from({ length: 1_000 }, () => uuidv7(1)));
    assert.equal(ids.size, 1_000);
  });
});
