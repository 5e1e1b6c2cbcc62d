import assert from "node:assert/strict";
import { placeCodeOf } from "../../../designer/ui/place-code.ts";

describe("the code of a place in what was scanned", () => {
  for (const [text, code] of [
    ["XF1-0101", "XF1-0101"],
    ["  XF1-0101\n", "XF1-0101"],
    ["https://city.example/m/scan?code=XF1-0101", "XF1-0101"],
    ["https://city.example/place/XF1-0101", "XF1-0101"],
    ["https://city.example/q?place=XF1-0101&from=door", "XF1-0101"],
  ] as const)
    it(`is ${code} in ${JSON.stringify(text)}`, () => assert.equal(placeCodeOf(text), code));

  for (const text of ["", "   ", "幸福路 12 号", "https://city.example/", "<script>", "a b"])
    it(`is not to be found in ${JSON.stringify(text)}`, () => assert.equal(placeCodeOf(text), undefined));
});
