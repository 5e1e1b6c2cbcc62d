import assert from "node:assert/strict";
import { resolve } from "../../../engine/overlay/index.ts";
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import type { OperationBody } from "../../../engine/model/pack.ts";
import { base, childOf, codesOf, documentIn, operation, resolved } from "./pack-of.ts";

const rungsIn = (pack: Parameters<typeof documentIn>[0]) =>
  (documentIn(pack, "ladder/disposal").content["rungs"] as readonly JsonObject[]).map((rung) => [
    rung["id"],
    rung["percent"],
  ]);
const set = (attribute: string, value: Json): OperationBody => ({ op: "set", attribute, value });

describe("resolve: what a child may do", () => {
  it("renames an item and says who, when and why", () => {
    const renamed = { "zh-CN": "小循环", en: "Small loop" };
    const pack = resolved([
      operation("vocabulary/level/street", set("title", renamed), "name", { "zh-CN": "街道", en: "街道" }),
    ]);
    const { content, provenance } = documentIn(pack, "vocabulary/level");
    assert.deepEqual((content["codes"] as readonly JsonObject[])[1], { code: "street", title: renamed });
    assert.deepEqual(provenance["street"]?.["title"], {
      pack: "east",
      version: 3,
      operation: "name",
      by: "wang",
      at: "2026-01-05",
      why: "试行",
    });
    assert.deepEqual(provenance["grid"]?.["title"], { pack: "base", version: 1 });
  });

  it("narrows what is fixed and may not widen it", () => {
    assert.deepEqual(rungsIn(resolved([operation("ladder/disposal/remind", set("percent", 50))]))[0], ["remind", 50]);
    assert.deepEqual(codesOf([operation("ladder/disposal/remind", set("percent", 90))]), ["OVERLAY_NOT_ALLOWED"]);
    assert.deepEqual(codesOf([operation("ladder/disposal/remind", set("action", "urge"))]), ["OVERLAY_NOT_ALLOWED"]);
  });

  it("adds an item of its own, under its own prefix only", () => {
    const value = { percent: 50, action: "remind" };
    const added = resolved([operation("ladder/disposal/east__half", { op: "add", value, after: "remind" })]);
    assert.deepEqual(
      rungsIn(added).map(([id]) => id),
      ["remind", "east__half", "late"],
    );
    assert.deepEqual(codesOf([operation("ladder/disposal/half", { op: "add", value })]), ["OVERLAY_PREFIX"]);
    assert.deepEqual(codesOf([operation("ladder/disposal/west__half", { op: "add", value })]), ["OVERLAY_PREFIX"]);
    assert.deepEqual(codesOf([operation("ladder/disposal/east__half", { op: "add", value, after: "nowhere" })]), [
      "OVERLAY_TARGET_MISSING",
    ]);
  });

  it("takes out and moves only where the base lets itself be replaced", () => {
    assert.deepEqual(codesOf([operation("ladder/disposal/late", { op: "remove" })]), ["OVERLAY_NOT_ALLOWED"]);
    const moved = resolved([operation("vocabulary/level/grid", { op: "move", after: "street" })]);
    const codes = documentIn(moved, "vocabulary/level").content["codes"] as readonly JsonObject[];
    assert.deepEqual(
      codes.map((code) => code["code"]),
      ["street", "grid"],
    );
    const gone = documentIn(resolved([operation("vocabulary/level/grid", { op: "remove" })]), "vocabulary/level");
    assert.deepEqual(Object.keys(gone.provenance), ["", "street"]);
  });

  it("founds no units by overlay", () => {
    assert.deepEqual(codesOf([operation("organisation/units", set("units", []))]), ["OVERLAY_NOT_ALLOWED"]);
  });

  it("obeys what an item says of itself before the table of its kind", () => {
    const frozen = {
      key: "level",
      title: { "zh-CN": "层级", en: "Level" },
      controls: { grid: "frozen" },
      codes: [{ code: "grid", title: { "zh-CN": "网格", en: "Grid" } }],
    };
    const pack = { ...base, documents: [{ kind: "vocabulary" as const, key: "level", content: frozen }] };
    const result = resolve(pack, [
      childOf("base", [operation("vocabulary/level/grid", set("title", { "zh-CN": "格", en: "G" }))]),
    ]);
    assert.equal(!result.ok && result.problems[0]?.code, "OVERLAY_NOT_ALLOWED");
  });

  it("refuses content that it would make malformed", () => {
    assert.deepEqual(codesOf([operation("vocabulary/level/grid", set("title", { en: "No Chinese" }))]), [
      "PACK_CONTENT_INVALID",
    ]);
  });
});

describe("resolve: parameters", () => {
  const target = "parameter/parameters/signLimit";
  const valuesIn = (pack: Parameters<typeof documentIn>[0]) =>
    (documentIn(pack, "parameter/parameters").content["parameters"] as readonly JsonObject[])[0]?.["values"];
  const hours = (value: number) => ({ value, clock: "workHour" });

  it("keep the base's value before the day from which the child's holds", () => {
    const pack = resolved([
      operation(target, { op: "set", attribute: "value", value: hours(1), from: "2026-03-01" }, "sooner", hours(2)),
    ]);
    assert.deepEqual(valuesIn(pack), [
      { from: "1970-01-01", value: hours(2) },
      { from: "2026-03-01", value: hours(1) },
    ]);
  });

  it("stay inside their range, on their clock and of their type", () => {
    const value = (next: Json) => codesOf([operation(target, set("value", next))]);
    assert.deepEqual(value(hours(9)), ["PACK_CONTENT_INVALID"]);
    assert.deepEqual(value({ value: 2, clock: "workDay" }), ["PACK_CONTENT_INVALID"]);
    assert.deepEqual(value("soon"), ["PACK_CONTENT_INVALID"]);
    assert.deepEqual(value(hours(8)), []);
  });

  it("are settable in their value, not in what they are", () => {
    assert.deepEqual(codesOf([operation(target, set("type", "number"))]), ["OVERLAY_NOT_ALLOWED"]);
    assert.deepEqual(codesOf([operation(target, set("range", {}))]), ["OVERLAY_NOT_ALLOWED"]);
  });

  it("warn when the base has changed under the child, and let the child's value stand", () => {
    const stale = operation(target, { op: "set", attribute: "value", value: hours(1) }, "sooner", hours(4));
    const result = resolve(base, [childOf("base", [stale])]);
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.warnings.map(({ code, severity }) => [code, severity]),
      [["OVERLAY_BASE_CHANGED", "warning"]],
    );
    assert.deepEqual(valuesIn(result.value.pack), [{ from: "1970-01-01", value: hours(1) }]);
  });
});

describe("resolve: what is malformed", () => {
  const fine = operation("vocabulary/level/grid", set("title", { "zh-CN": "格", en: "G" }));

  it("refuses an operation that nobody signs, or that does not say what was there", () => {
    assert.deepEqual(codesOf([{ ...fine, by: "" }]), ["OVERLAY_MALFORMED"]);
    assert.deepEqual(codesOf([{ ...fine, why: "" }]), ["OVERLAY_MALFORMED"]);
    assert.deepEqual(codesOf([{ ...fine, at: "yesterday" }]), ["OVERLAY_MALFORMED"]);
    assert.deepEqual(codesOf([{ ...fine, was: undefined as never }]), ["OVERLAY_MALFORMED"]);
    assert.deepEqual(codesOf([{ ...fine, op: "explode" as never }]), ["OVERLAY_MALFORMED"]);
    assert.deepEqual(codesOf([operation("vocabulary/level/grid", set("__proto__", 1))]), ["OVERLAY_MALFORMED"]);
  });

  it("refuses to change the same thing twice, since the order would decide", () => {
    assert.deepEqual(codesOf([fine, { ...fine, id: "op2" }]), ["OVERLAY_DUPLICATE"]);
    assert.deepEqual(
      codesOf([operation("form/visit/note", { op: "hide" }), operation("form/visit/note", { op: "show" }, "op2")]),
      ["OVERLAY_DUPLICATE"],
    );
  });

  it("names a target that is not there", () => {
    assert.deepEqual(codesOf([operation("vocabulary/level/planet", set("title", {}))]), ["OVERLAY_TARGET_MISSING"]);
    assert.deepEqual(codesOf([operation("vocabulary/none/grid", set("title", {}))]), ["OVERLAY_TARGET_MISSING"]);
  });

  it("lets a child bring definitions of its own, but not under the base's keys", () => {
    const message = (key: string) => ({
      kind: "message" as const,
      key,
      content: { key, title: { "zh-CN": "题", en: "T" }, body: { "zh-CN": "文", en: "B" } },
    });
    assert.deepEqual(codesOf([], [message("east__hello")]), []);
    assert.deepEqual(codesOf([], [message("hello")]), ["PACK_PREFIX"]);
    assert.deepEqual(codesOf([], [{ ...message("x"), kind: "vocabulary", key: "level" }]), ["PACK_DUPLICATE"]);
  });

  it("knows its base by key", () => {
    const result = resolve(base, [childOf("elsewhere", [])]);
    assert.equal(!result.ok && result.problems[0]?.code, "PACK_BASE_UNKNOWN");
  });
});
