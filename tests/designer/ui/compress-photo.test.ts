import assert from "node:assert/strict";
import fc from "fast-check";
import { fittingSize } from "../../../designer/ui/form/compress-photo.ts";

describe("the size of a photo to send", () => {
  it("is at most 1600 pixels on the longer side, in the same shape", () => {
    assert.deepEqual(fittingSize(4000, 3000), { width: 1600, height: 1200 });
    assert.deepEqual(fittingSize(3000, 4000), { width: 1200, height: 1600 });
  });

  it("is never enlarged and never nothing", () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const fitted = fittingSize(width, height);
        assert.ok(fitted.width >= 1 && fitted.height >= 1);
        assert.ok(fitted.width <= Math.min(width, 1600) && fitted.height <= Math.min(height, 1600));
      }),
    );
  });
});
