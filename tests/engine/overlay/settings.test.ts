/** Changing settings: nothing set leaves a trace when it is returned, and whatever a control can send is taken or told. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Json } from "../../../engine/model/json.ts";
import type { Operation, Pack, ResolvedPack } from "../../../engine/model/pack.ts";
import { canonicalJson, changeSettings, parameterOn, resolve, settingItems } from "../../../engine/overlay/index.ts";
import type { SettingChange, SettingGround } from "../../../engine/overlay/index.ts";
import { packOf, valueOf } from "../../support/packs.ts";

/** What the page is about; forms and registers would only be resolved again and again. */
const small = (pack: Pack): Pack => ({
  ...pack,
  documents: pack.documents.filter(
    ({ kind, key }) => ["parameter", "ladder", "process"].includes(kind) || ["units", "roles", "level"].includes(key),
  ),
  operations: pack.operations.filter(({ target }) => ["parameter", "ladder", "process"].includes(target.kind)),
});
const city = small(packOf("city"));
const above = valueOf(resolve(city, [])).pack;
const streets = ["nanyuan", "beihe"].map((street) => small(packOf(`streets/${street}`)));
const [nanyuan, beihe] = streets as [Pack, Pack];
const today = "2026-11-23";
const signed = { by: "王敏", at: today, why: "试行", from: today };

const inForce = (street: Pack, operations: readonly Operation[]): ResolvedPack =>
  valueOf(resolve(city, [{ ...street, operations }])).pack;
const ground = (street: Pack, operations = street.operations): SettingGround => ({
  inForce: inForce(street, operations),
  above,
  operations,
});
const change = (street: Pack, changes: readonly SettingChange[], from = today, operations = street.operations) =>
  changeSettings(ground(street, operations), changes, { ...signed, from });
const changed = (...args: Parameters<typeof change>) => valueOf(change(...args)).operations;
const codes = (...args: Parameters<typeof change>) => {
  const result = change(...args);
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
};

const parameter = (item: string) => ({ kind: "parameter", definition: "parameters", item }) as const;
const set = (item: string, value: Json): SettingChange => ({
  ...parameter(item),
  action: "set",
  attribute: "value",
  value,
});
const giveBack = (item: string): SettingChange => ({ ...parameter(item), action: "return" });
const rung = (ladder: string, item: string) => ({ kind: "ladder", definition: ladder, item }) as const;
const limit = (value: number, clock = "workHour") => ({ value, clock });

function valuesOf(street: Pack, operations: readonly Operation[], key: string, day = today) {
  const items = settingItems(inForce(street, operations), above, operations, "parameter", "parameters");
  const item = items.find((each) => each.place.item === key);
  assert.ok(item, key);
  return parameterOn(item, day);
}

/** Whatever is in force, without who said so. */
const content = (street: Pack, operations: readonly Operation[]): string =>
  canonicalJson(
    Object.values(inForce(street, operations).documents).map((each) =>
      "content" in each ? each.content : { xml: each.xml, slots: each.operations.map(({ operation }) => operation.id) },
    ),
  );

describe("settings as operations", function () {
  this.timeout(20_000);
  it("sets a value from today on, with what the city says as what was seen", () => {
    const operations = changed(beihe, [set("approvalLimit", limit(8))]);
    const latest = operations.at(-1);
    assert.deepEqual(latest?.was, limit(4));
    assert.equal(latest?.by, "王敏");
    assert.deepEqual(valuesOf(beihe, operations, "approvalLimit").now.value, limit(8));
    assert.deepEqual(valuesOf(beihe, operations, "approvalLimit", "2026-11-22").now.value, limit(4));
  });

  it("keeps the present value until an announced one begins, and shows it ahead", () => {
    const operations = changed(beihe, [set("signLimit", limit(3))], "2026-12-01");
    const sign = valuesOf(beihe, operations, "signLimit");
    assert.deepEqual(sign.now.value, limit(1));
    assert.deepEqual(
      sign.ahead.map(({ from, value }) => [from, value]),
      [["2026-12-01", limit(3)]],
    );
    assert.deepEqual(valuesOf(beihe, operations, "signLimit", "2026-12-01").now.value, limit(3));
  });

  it("lets a newer word about the future replace an older one", () => {
    const first = changed(beihe, [set("signLimit", limit(3))], "2026-12-01");
    const second = changed(beihe, [set("signLimit", limit(4))], "2026-11-25", first);
    assert.deepEqual(valuesOf(beihe, second, "signLimit", "2027-01-01").now.value, limit(4));
  });

  it("returns at a later day: until then the street's value holds, from then on the city's", () => {
    const operations = changed(beihe, [giveBack("signLimit")], "2026-12-01");
    assert.deepEqual(valuesOf(beihe, operations, "signLimit", "2026-11-30").now.value, limit(1));
    assert.deepEqual(valuesOf(beihe, operations, "signLimit", "2026-12-01").now.value, limit(2));
  });

  it("set → return leaves the content as it was", () => {
    const names = ["approvalLimit", "dispatchLimit", "gridLimit"];
    fc.assert(
      fc.property(
        fc.constantFrom(...streets),
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
        fc.integer({ min: 2, max: 8 }),
        fc.constantFrom(today, "2026-12-24"),
        (street, keys, hours, from) => {
          const after = changed(
            street,
            keys.map((key) => set(key, limit(hours))),
            from,
          );
          const back = changed(
            street,
            keys.filter((key) => after.some(({ target }) => target.item === key)).map((key) => giveBack(key)),
            today,
            after,
          );
          assert.equal(content(street, back), content(street, street.operations));
          assert.deepEqual(back, street.operations);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("a rung set and returned leaves nothing either, nor one that was added", () => {
    const own = rung("signing", "beihe__early");
    const added = changed(beihe, [
      { ...rung("disposal", "remind80"), action: "set", attribute: "percent", value: 60 },
      { ...own, action: "add", value: { percent: 40, action: "remind", notify: '[place.street + "/leader"]' } },
    ]);
    const back = changed(
      beihe,
      [
        { ...rung("disposal", "remind80"), action: "return" },
        { ...own, action: "return" },
      ],
      today,
      added,
    );
    assert.deepEqual(back, beihe.operations);
  });

  it("whatever a control can send is taken, and then resolves, or is refused with a place and both languages", () => {
    const keys = settingItems(ground(nanyuan).inForce, above, nanyuan.operations, "parameter", "parameters").map(
      ({ place }) => place.item,
    );
    const number = fc.oneof(fc.integer({ min: -5, max: 20_000 }), fc.double({ noNaN: true, min: -10, max: 50 }));
    const value: fc.Arbitrary<Json> = fc.oneof(
      number,
      fc.record({ value: number, clock: fc.constantFrom("workHour", "workDay", "urgentHour", "naturalDay", "moon") }),
      fc.boolean(),
      fc.constantFrom(null, "", "leader", "nobody", "nanyuanUrban", "beiheUrban", "grid", "department"),
      fc.array(fc.constantFrom("leader", ""), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...keys), value, (key, sent) => {
        const result = change(nanyuan, [set(key, sent)]);
        if (result.ok) assert.equal(resolve(city, [{ ...nanyuan, operations: result.value.operations }]).ok, true);
        else
          for (const { zh, en, path } of result.problems) {
            assert.match(path ?? "", /^\/changes\/0/);
            assert.ok(zh.length > 3 && en.length > 3 && !/[\u4E00-\u9FFF]/.test(en.replaceAll(/"[^"]*"/g, "")), en);
          }
      }),
      { numRuns: 400 },
    );
  });

  it("refuses what cannot be, at the field", () => {
    const at = (value: Json, item = "supervisionLimit") => codes(beihe, [set(item, value)]);
    assert.deepEqual(at(limit(0)), ["SETTING_INVALID /changes/0/value/value"]);
    assert.deepEqual(at(limit(10_000, "workDay")), ["SETTING_INVALID /changes/0/value/value"]);
    assert.deepEqual(at(limit(1, "moon")), ["SETTING_INVALID /changes/0/value/clock"]);
    assert.deepEqual(at("headman", "supervisorRole"), ["SETTING_ROLE_UNKNOWN /changes/0/value"]);
    assert.deepEqual(at("gridWorker", "supervisorRole"), ["SETTING_INVALID /changes/0/value"]);
    assert.deepEqual(at("nanyuanUrban", "fallbackUnit"), ["SETTING_INVALID /changes/0/value"]);
    assert.deepEqual(at("gone", "fallbackUnit"), ["SETTING_UNIT_UNKNOWN /changes/0/value"]);
    assert.deepEqual(at(1.5, "returnsBeforeArbitration"), ["SETTING_INVALID /changes/0/value"]);
    assert.deepEqual(at("else", "firstOwner"), ["SETTING_INVALID /changes/0/value"]);
    assert.deepEqual(at(1, "noSuchThing"), ["SETTING_UNKNOWN /changes/0"]);
    assert.deepEqual(codes(beihe, [giveBack("approvalLimit")]), ["SETTING_NOT_CHANGED /changes/0"]);
    assert.deepEqual(codes(beihe, [set("signLimit", limit(2)), set("signLimit", limit(3))]), [
      "SETTING_TWICE /changes/1",
    ]);
  });

  it("respects what the city lets be changed of a rung", () => {
    const percent = (value: Json) =>
      codes(beihe, [{ ...rung("disposal", "remind80"), action: "set", attribute: "percent", value }]);
    assert.deepEqual(percent(70), []);
    assert.deepEqual(percent(90), ["SETTING_NOT_ALLOWED /changes/0/value"]);
    assert.deepEqual(percent(0), ["SETTING_INVALID /changes/0/value"]);
    const action: SettingChange = {
      ...rung("disposal", "remind80"),
      action: "set",
      attribute: "action",
      value: "urge",
    };
    assert.deepEqual(codes(beihe, [action]), ["SETTING_NOT_ALLOWED /changes/0/value"]);
    const notify = (value: string) =>
      codes(beihe, [{ ...rung("disposal", "remind80"), action: "set", attribute: "notify", value }]);
    assert.deepEqual(notify('[place.street + "/leader"]'), []);
    assert.deepEqual(notify("[]"), ["SETTING_INVALID /changes/0/value"]);
    assert.deepEqual(notify("[now()]"), ["SETTING_INVALID /changes/0/value"]);
    const foreign: SettingChange = {
      ...rung("disposal", "nanyuan__x"),
      action: "add",
      value: { percent: 5, action: "remind", notify: '[place.street + "/leader"]' },
    };
    assert.deepEqual(codes(beihe, [foreign]), ["SETTING_INVALID /changes/0"]);
  });

  it("dates parameters only: rungs and words hold as soon as they are published", () => {
    const later: SettingChange = { ...rung("disposal", "remind80"), action: "set", attribute: "percent", value: 70 };
    assert.deepEqual(codes(beihe, [later], "2026-12-01"), ["SETTING_NOT_DATED /changes/0"]);
  });

  it("checks lists and tables by their declarations", () => {
    const declared: Operation = {
      id: "declare",
      target: parameter("beihe__contacts"),
      ...{ was: null, by: "w", at: "2026-01-05", why: "y", op: "add" },
      value: {
        ...{
          type: "table",
          title: { "zh-CN": "值班表", en: "Rota" },
          help: { "zh-CN": "值班", en: "Rota" },
          group: "people",
        },
        columns: [
          { key: "role", type: "role", title: { "zh-CN": "岗位", en: "Role" } },
          { key: "hours", type: "number", range: { min: 1, max: 12 }, title: { "zh-CN": "小时", en: "Hours" } },
        ],
        default: [{ role: "leader", hours: 8 }],
      },
    };
    const operations = [...beihe.operations, declared];
    const at = (value: Json) => codes(beihe, [set("beihe__contacts", value)], today, operations);
    assert.deepEqual(at([{ role: "dispatcher", hours: 4 }]), []);
    assert.deepEqual(at([]), ["SETTING_INVALID /changes/0/value"]);
    assert.deepEqual(at([{ role: "headman", hours: 4 }]), ["SETTING_ROLE_UNKNOWN /changes/0/value/0/role"]);
    assert.deepEqual(at([{ role: "leader", hours: 40 }]), ["SETTING_INVALID /changes/0/value/0/hours"]);
    assert.deepEqual(at([{ role: "leader", hours: 4, more: 1 }]), ["SETTING_INVALID /changes/0/value/0/more"]);
  });
});
