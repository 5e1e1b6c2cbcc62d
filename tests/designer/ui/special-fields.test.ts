import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Form, Place } from "../../../server/contract/types.ts";
import type { FormContext } from "../../../designer/ui/form/environment.tsx";
import { factsOf, isWorthKeeping, questionOf, withPlace, withStart } from "../../../designer/ui/form/special-fields.ts";

const report = JSON.parse(
  readFileSync(new URL("../../../definitions/city/forms/eventReport.json", import.meta.url), "utf8"),
) as Form;
const place = { code: "XF1-0101", lng: 116.9, lat: 33.2 } as Place;
const gps = { lng: 116.91, lat: 33.21, source: "gps" };
const context = { street: "nanyuan", placeCode: "XF1-0101" } as FormContext;

describe("fields that know of each other", () => {
  it("tell the request where it is about", () => {
    const data = { matter: "sewer", place: "XF1-0101", position: gps };
    assert.deepEqual(factsOf(report, data), { matter: "sewer", placeCode: "XF1-0101", position: gps });
    assert.deepEqual(factsOf(report, { matter: "", position: {} }), {});
  });

  it("ask who is responsible once matter and place or point are known", () => {
    assert.equal(questionOf(report, { matter: "sewer" }), undefined);
    assert.equal(questionOf(report, { position: gps }), undefined);
    assert.deepEqual(questionOf(report, { matter: "sewer", position: gps }), { matter: "sewer", position: gps });
  });

  it("take the position of a place unless somebody measured or chose one", () => {
    const fromPlace = { lng: 116.9, lat: 33.2, source: "place" };
    assert.deepEqual(withPlace(report, {}, place)?.["position"], fromPlace);
    assert.equal(withPlace(report, { position: gps }, place), undefined);
    assert.equal(withPlace(report, { position: fromPlace }, place), undefined);
    const moved = withPlace(report, { position: { ...fromPlace, lng: 1 } }, place);
    assert.deepEqual(moved?.["position"], fromPlace);
  });

  it("start from a scanned code, but never over what was filled in", () => {
    assert.equal(withStart(report, {}, context)["place"], "XF1-0101");
    assert.equal(withStart(report, { place: "XF1-0201" }, context)["place"], "XF1-0201");
  });

  it("are no draft while a person has given nothing", () => {
    const untouched = { severity: "general", onSpot: false, place: "XF1-0101", position: gps };
    assert.equal(isWorthKeeping(report, untouched, context), false);
    assert.equal(isWorthKeeping(report, { ...untouched, description: "污" }, context), true);
    assert.equal(isWorthKeeping(report, { ...untouched, severity: "urgent" }, context), true);
    assert.equal(isWorthKeeping(report, { position: { ...gps, source: "pin" } }, context), true);
  });
});
