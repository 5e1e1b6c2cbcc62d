import assert from "node:assert/strict";
import { residentKind } from "../../../engine/overlay/kinds/resident.ts";
import { faultsOf } from "../../../engine/overlay/shape.ts";
import type { JsonObject } from "../../../engine/model/json.ts";

const title = { "zh-CN": "居民随手报", en: "Resident report" };
const content: JsonObject = {
  key: "residentReport",
  title,
  matters: [{ matter: "noise", icon: "bell", title: { "zh-CN": "噪声扰民", en: "Noise" } }],
  progress: { closed: { "zh-CN": "已办结", en: "Settled" } },
  ratings: [{ code: "satisfied", title: { "zh-CN": "满意", en: "Satisfied" } }],
  limits: { device: { count: 5, minutes: 60 } },
};
const faults = (changed: JsonObject) =>
  residentKind.check({ ...content, ...changed }, faultsOf({ kind: "resident", key: "residentReport" }));

describe("what residents may report", () => {
  it("is in order as the city has it", () => assert.deepEqual(faults({}), []));

  it("cannot be shut by a limit of nothing, nor opened to a flood", () => {
    for (const limit of [
      { count: 0, minutes: 60 },
      { count: 5, minutes: 0 },
      { count: 1_000_000, minutes: 1 },
      { count: 1.5, minutes: 60 },
      {},
    ])
      assert.equal(faults({ limits: { device: limit } }).length, 1, JSON.stringify(limit));
  });

  it("names each matter once, and in words", () => {
    const [noise] = content["matters"] as readonly JsonObject[];
    assert.ok(noise);
    assert.equal(faults({ matters: [noise, noise] }).length, 1);
    assert.ok(faults({ matters: [{ ...noise, title: "" }] }).length > 0);
    assert.ok(faults({ progress: { closed: "" } }).length > 0);
  });
});
