import assert from "node:assert/strict";
import { readPack } from "../../../engine/overlay/index.ts";

const head = JSON.stringify({
  key: "city",
  title: { "zh-CN": "市", en: "City" },
  level: "city",
  levelKind: "city",
  version: 1,
});
const codesOf = (files: Readonly<Record<string, string>>) => {
  const result = readPack(files);
  return result.ok ? [] : result.problems.map(({ code, path }) => [code, path]);
};

describe("readPack", () => {
  it("knows each file by its folder", () => {
    const result = readPack({
      "pack.json": head,
      "parameters.json": "[]",
      "organisation/units.json": "[]",
      "organisation/grids.geojson": '{ "type": "FeatureCollection", "features": [] }',
      "registers/places.json": '{ "key": "places" }',
      "registers/places.rows.json": '[{ "code": "XF1-01" }]',
      "processes/loop.bpmn": "<xml/>",
      "decisions/owner.dmn": "<xml/>",
      "differential.json": '{ "operations": [] }',
    });
    assert.ok(result.ok);
    assert.deepEqual(result.value.documents.map(({ kind, key }) => `${kind}/${key}`).toSorted(), [
      "decision/owner",
      "organisation/grids",
      "organisation/units",
      "parameter/parameters",
      "process/loop",
      "register/places",
    ]);
    const places = result.value.documents.find(({ key }) => key === "places");
    assert.deepEqual(places !== undefined && "content" in places && places.content["rows"], [{ code: "XF1-01" }]);
  });

  it("tells all faults at once, each with its file", () => {
    assert.deepEqual(
      codesOf({ "pack.json": head, "forms/a.json": "{", "notes.txt": "x", "forms/b.json": '{ "key": "c" }' }),
      [
        ["PACK_JSON_INVALID", "forms/a.json"],
        ["PACK_KEY_MISMATCH", "forms/b.json"],
        ["PACK_JSON_INVALID", "notes.txt"],
      ],
    );
    assert.deepEqual(codesOf({ "pack.json": head, "secrets/a.json": "{}" }), [["PACK_FILE_UNKNOWN", "secrets/a.json"]]);
  });

  it("wants a head, and operations that can be told apart", () => {
    assert.deepEqual(codesOf({}), [["PACK_HEAD_INVALID", "pack.json"]]);
    assert.deepEqual(codesOf({ "pack.json": head, "differential.json": '{ "operations": [{ "op": "set" }] }' }), [
      ["PACK_JSON_INVALID", "differential.json"],
    ]);
    assert.deepEqual(
      codesOf({ "pack.json": '{ "key": "City" }' }).map(([code, path]) => `${code} ${path}`),
      ["/title", "/key", "/level", "/levelKind", "/version"]
        .map((path) => `PACK_HEAD_INVALID pack.json${path}`)
        .concat("PACK_HEAD_INVALID pack.json"),
    );
  });
});
