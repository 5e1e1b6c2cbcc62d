import assert from "node:assert/strict";
import { raisedItems } from "../../engine/forms/index.ts";
import type { JsonObject } from "../../engine/index.ts";
import type { Form } from "../../engine/model/form.ts";
import type { ResolvedPack } from "../../engine/model/pack.ts";
import { titleAt } from "../../engine/forms/index.ts";
import { contentOf, filesOf, keysOf, parsedOf, resolvedPack } from "../support/packs.ts";
import { validatorOf } from "../support/validator.ts";

const city = resolvedPack();
const text = (value: unknown) => (typeof value === "string" ? value : "");
const byText = (a: unknown, b: unknown) => (text(a) < text(b) ? -1 : 1);
const packs: readonly (readonly [string, ResolvedPack])[] = [
  ["city", city],
  ["nanyuan", resolvedPack("nanyuan")],
  ["beihe", resolvedPack("beihe")],
];
const list = (content: JsonObject, name: string) => content[name] as readonly JsonObject[];
const matters = keysOf(city, "matter").flatMap((key) => list(contentOf(city, "matter", key), "matters"));
const keysIn = (kind: string, key: string, name: string, id: string) => list(contentOf(city, kind, key), name).map((each) => each[id]);
const formOf = (key: string, pack = city) => contentOf(pack, "form", key) as unknown as Form;

describe("the event catalogue", () => {
  it("has at least 5 large and 30 small classes, each code once", () => {
    assert.ok(keysOf(city, "matter").length >= 5 && matters.length >= 30);
    assert.equal(new Set(matters.map((matter) => matter["code"])).size, matters.length);
    assert.equal(new Set(matters.map((matter) => matter["key"])).size, matters.length);
  });

  it("names forms, processes and roles that exist", () => {
    const roles = keysIn("organisation", "roles", "roles", "key");
    for (const matter of matters) {
      assert.ok(keysOf(city, "form").includes(text(matter["reportForm"])), text(matter["key"]));
      assert.ok(keysOf(city, "process").includes(text(matter["process"])), text(matter["key"]));
      assert.ok(roles.includes(text(matter["ownerRole"])), text(matter["key"]));
    }
  });

  it("asks for photos in the report form exactly where it wants evidence", () => {
    const branches = formOf("eventReport").schema["allOf"] as readonly JsonObject[];
    const exempt = JSON.stringify(branches.find((branch) => branch["else"] !== undefined)?.["if"]);
    for (const matter of matters) {
      const before = (matter["evidence"] as JsonObject)["before"];
      assert.equal(exempt.includes(`"${text(matter["key"])}"`), before === 0, text(matter["key"]));
    }
  });
});

for (const [name, pack] of packs)
  describe(`forms of ${name}`, () => {
    for (const key of keysOf(pack, "form"))
      it(`${key} compiles strictly and names every field in both languages`, () => {
        const form = formOf(key, pack);
        assert.doesNotThrow(() => validatorOf(form.schema));
        for (const id of form.uiSchema["ui:order"] as readonly string[]) {
          const { title, known } = titleAt(form, `/${id}`);
          assert.ok(known && title["zh-CN"] !== "" && title.en !== undefined, `${key}/${id}`);
        }
      });
  });

describe("the patrol", () => {
  const form = formOf("dailyPatrol");
  const items = ((form.uiSchema["checklist"] as JsonObject)["ui:options"] as JsonObject)["items"] as readonly JsonObject[];

  it("has the six fields of the duty, and each problem knows the matter it raises", () => {
    assert.equal(new Set(items.map((item) => item["group"])).size, 6);
    const known = new Set(matters.map((matter) => matter["key"]));
    assert.deepEqual(items.filter((item) => !known.has(item["raises"] as string)), []);
  });

  it("raises an event for each problem and for nothing else", () => {
    const position = { lng: 116.9, lat: 33.2, source: "gps" };
    const fine = Object.fromEntries(items.map((item) => [text(item["id"]), { result: "normal" }]));
    const problem = { result: "problem", note: "通道被杂物堵塞", photos: ["p1"], matter: "fireLane" };
    const submission = { shift: "day", position, checklist: { ...fine, fireLanes: problem } };
    assert.deepEqual(validatorOf(form.schema)(submission), []);
    const raised = raisedItems(form, submission, { now: "2026-03-02T02:00:00.000Z", timeZone: "Asia/Shanghai" });
    assert.deepEqual(raised, {
      ok: true,
      value: [{ item: "fireLanes", matter: "fireLane", description: "通道被杂物堵塞", photos: ["p1"], position }],
    });
  });

  it("wants a photo, words and a matter for a problem", () => {
    const checklist = Object.fromEntries(items.map((item) => [text(item["id"]), { result: "problem" }]));
    const errors = validatorOf(form.schema)({ shift: "day", position: { lng: 1, lat: 1, source: "pin" }, checklist });
    const missing = errors.filter(({ keyword, instancePath }) => keyword === "required" && instancePath === "/checklist/fireLanes");
    assert.deepEqual(missing.map(({ params }) => params["missingProperty"]).toSorted(byText), ["matter", "note", "photos"]);
  });
});

describe("what the content refers to", () => {
  it("gives tiles and daily goals forms that exist", () => {
    const home = contentOf(city, "module", "home");
    const named = [...list(home, "tiles"), ...list(home, "today")].flatMap((tile) => tile["form"] ?? []);
    assert.deepEqual(named.filter((form) => !keysOf(city, "form").includes(text(form))), []);
  });

  it("has a message for every notice that a flow sends and for every rung", async () => {
    for (const [, pack] of packs) {
      const { processes } = await parsedOf(pack);
      const nodes = Object.values(processes).flatMap((process) => Object.values(process.nodes));
      const sent = nodes.flatMap((node) => (node.kind === "serviceTask" ? [node.job.headers["message"]] : []));
      const rungs = keysOf(pack, "ladder").flatMap((key) => list(contentOf(pack, "ladder", key), "rungs"));
      const wanted = [...sent, ...rungs.map((rung) => rung["action"])];
      assert.deepEqual(wanted.filter((key) => !keysOf(pack, "message").includes(text(key))), []);
    }
  });

  it("counts a working day as the calendar does", () => {
    const hours = (contentOf(city, "calendar", "workCalendar")["officeHours"] as readonly (readonly [string, string])[])
      .map(([from, to]) => minutesOf(to) - minutesOf(from))
      .reduce((a, b) => a + b, 0);
    const declared = list(contentOf(city, "parameter", "parameters"), "parameters").find((each) => each["key"] === "workHoursPerDay");
    assert.equal(declared?.["default"], hours / 60);
  });

  it("puts every role at a kind of unit that exists and every unit under another", () => {
    const units = list(contentOf(city, "organisation", "units"), "units");
    const kinds = new Set(units.map((unit) => unit["kind"]));
    for (const role of list(contentOf(city, "organisation", "roles"), "roles"))
      assert.ok((role["at"] as readonly string[]).every((kind) => kinds.has(kind)), text(role["key"]));
    assert.deepEqual(units.filter((unit) => unit["parent"] === undefined).map((unit) => unit["code"]), ["yunjin"]);
    assert.equal(units.filter((unit) => unit["kind"] === "grid").length, 16);
  });
});

describe("what is not shipped", () => {
  /** Belief, speech, petitioning, reproduction: no pack, no wording. */
  const NEVER = /邪教|宗教|信仰|民族|政治面貌|上访|信访|进京|舆情|育龄|怀孕|孕妇|避孕|计划生育|线人|告密|重点人员|吸毒|刑满/;

  it("is in no file of any pack", () => {
    for (const folder of ["city", "streets/nanyuan", "streets/beihe"])
      for (const [path, text] of Object.entries(filesOf(folder))) assert.doesNotMatch(text, NEVER, `${folder}/${path}`);
  });

  it("marks every field about a person with its sensitivity and purpose", () => {
    const text = JSON.stringify(formOf("householdCollection").schema);
    const fields = text.match(/"x-sensitivity"/g)?.length ?? 0;
    assert.ok(fields >= 6);
    assert.equal(text.match(/"x-purpose"/g)?.length, fields);
  });
});

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
