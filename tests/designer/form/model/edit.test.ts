import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import type { JsonObject } from "../../../../engine/model/json.ts";
import { formKind } from "../../../../engine/overlay/kinds/form.ts";
import { checkForm } from "../../../../designer/form/model/check-form.ts";
import { copyOf } from "../../../../designer/form/model/edit-fields.ts";
import { applyEdit, type Edit } from "../../../../designer/form/model/edit.ts";
import { beginnings, kindOf, type FieldKind } from "../../../../designer/form/model/field-kinds.ts";
import {
  fieldsOf,
  keysOf,
  optionsOf,
  schemaPath,
  sectionsOf,
  type FormContent,
} from "../../../../designer/form/model/fields.ts";
import { doEdit, historyOf, redo, undo, type History } from "../../../../designer/form/model/history.ts";
import { getIn, textOf } from "../../../../designer/form/model/json-path.ts";
import { isKey, keyFromWords } from "../../../../designer/form/model/keys.ts";
import { newField } from "../../../../designer/form/model/new-field.ts";
import { mayAsk, valuesOf, type Condition } from "../../../../designer/form/model/rules.ts";
import { blankForm, importedForm } from "../../../../designer/form/model/new-form.ts";

const folder = new URL("../../../../definitions/city/forms/", import.meta.url);
const cityForms = readdirSync(folder).map(
  (file) => [file, JSON.parse(readFileSync(new URL(file, folder), "utf8")) as FormContent] as const,
);
const kinds = Object.keys(beginnings) as Exclude<FieldKind, "other">[];
const blank = blankForm({ key: "visit", zh: "走访", en: "Visit" }, "collection");
const problemsOf = (content: FormContent) => formKind.check(content, (path, zh, en) => ({ code: "X", zh, en, path }));
const add = (content: FormContent, kind: Exclude<FieldKind, "other">, before?: string): FormContent =>
  applyEdit(content, { type: "add", parts: newField(kind, kind, keysOf(content)), spot: { before } });
const ids = (content: FormContent) => fieldsOf(content).map((field) => field.id);

/** A question that the editor would let this field ask. */
function conditionFrom(content: FormContent, id: string, n: number): Condition | undefined {
  const able = fieldsOf(content).filter((each) => mayAsk(content, id, each) && valuesOf(content, each) !== undefined);
  const about = able[n % Math.max(1, able.length)];
  const value = about === undefined ? undefined : valuesOf(content, about)?.[0];
  return about === undefined || value === undefined ? undefined : { field: about.id, is: n % 2 === 0, values: [value] };
}

/** An edit that fits the content somehow, chosen by numbers. */
function editFrom(content: FormContent, [what, which, where]: readonly [number, number, number]): Edit {
  const fields = fieldsOf(content);
  const sections = sectionsOf(content);
  const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
  const id = pick(fields, which)?.id ?? "none";
  const spot = { section: pick(sections, where)?.id, before: where % 3 === 0 ? undefined : pick(fields, where)?.id };
  const field = pick(fields, which);
  const kind = pick(kinds, which) ?? "text";
  const edits: readonly Edit[] = [
    { type: "add", parts: newField(kind, `字段${which}`, keysOf(content)), spot },
    { type: "remove", id },
    { type: "move", id, spot },
    { type: "rename", id, to: `renamed${which}` },
    { type: "setRequired", id, value: where % 2 === 0 },
    { type: "setEnglish", id, name: "help", value: `help ${where}` },
    { type: "set", path: [...(field === undefined ? ["x"] : schemaPath(field)), "title"], value: `名称${where}` },
    {
      type: "setOptions",
      id,
      options: [
        { code: `c${where}`, zh: "一", en: "One" },
        { code: "d", zh: "二", en: "" },
      ],
    },
    { type: "addSection", id: `section${where}x${sections.length}`, zh: "分组", en: "Section", spot },
    { type: "removeSection", id: pick(sections, which)?.id ?? "none" },
    { type: "moveSection", id: pick(sections, which)?.id ?? "none", before: pick(sections, where)?.id },
    { type: "setRule", id, what: "shows", condition: conditionFrom(content, id, where) },
    { type: "setRule", id, what: "requires", condition: conditionFrom(content, id, where) },
    { type: "setRule", id, what: "shows", condition: undefined },
    ...(field === undefined
      ? []
      : [{ type: "add", parts: copyOf(content, field, `copy${where}x${fields.length}`), spot } as const]),
  ];
  return pick(edits, what) ?? { type: "remove", id };
}

const triple = fc.tuple(fc.nat(14), fc.nat(40), fc.nat(40));
const someForm = fc.constantFrom(blank, ...cityForms.map(([, content]) => content));

describe("the form designer's model", () => {
  for (const [file, content] of cityForms)
    it(`opens ${file} and leaves it as it was`, () => {
      assert.ok(fieldsOf(content).every((field) => kindOf(field) !== "other"));
      assert.deepEqual(new Set(ids(content)), keysOf(content));
      const added = add(content, "text");
      const key = ids(added).find((id) => !keysOf(content).has(id)) ?? "";
      assert.deepEqual(applyEdit(added, { type: "remove", id: key }), content);
      for (const field of fieldsOf(content)) {
        const same = applyEdit(content, { type: "setRequired", id: field.id, value: field.isRequired });
        assert.equal(same, content);
        const options = optionsOf(content, field);
        if (options.length > 0)
          assert.deepEqual(applyEdit(content, { type: "setOptions", id: field.id, options }), content);
      }
    });

  it("undoes every edit, however many: the text of the file is the same again, and redo brings all back", () => {
    fc.assert(
      fc.property(someForm, fc.array(triple, { minLength: 1, maxLength: 120 }), (content, choices) => {
        let history: History = historyOf(content);
        const seen = [content];
        for (const choice of choices) {
          const next = doEdit({ ...history, isOpen: false }, editFrom(history.content, choice));
          if (next.content !== history.content) seen.push(next.content);
          history = next;
        }
        const end = history.content;
        for (const before of seen.toReversed()) {
          assert.equal(JSON.stringify(history.content), JSON.stringify(before));
          history = undo(history);
        }
        assert.equal(JSON.stringify(history.content), JSON.stringify(content));
        for (const _ of seen) history = redo(history);
        assert.deepEqual(history.content, end);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps a form well-formed, whatever is done to it, and loses nothing that it does not know", () => {
    fc.assert(
      fc.property(someForm, fc.array(triple, { maxLength: 40 }), (start, choices) => {
        const content: FormContent = { ...start, unknownPart: { kept: [1, 2] } };
        const end = choices.reduce((now, choice) => applyEdit(now, editFrom(now, choice)), content);
        assert.deepEqual(end["unknownPart"], { kept: [1, 2] });
        // What somebody wrote is kept but for the names of fields; a copied checklist adds its own.
        const items = (of: FormContent) => textOf(getIn(of, ["raises", "items"])).replaceAll(/submission\.\w+/g, "");
        assert.equal(items(end), items(start));
        const found = problemsOf(end).filter((problem) => !/名称|title/.test(problem.zh + problem.en));
        assert.deepEqual(found, []);
        const named = sectionsOf(end).flatMap((section) => section.fields);
        assert.equal(new Set(named).size, named.length);
      }),
      { numRuns: 80 },
    );
  });

  it("keeps at least a hundred steps, and takes a word typed letter by letter as one", () => {
    let history = historyOf(add(blank, "text"));
    const title = (value: string): Edit => ({ type: "set", path: ["schema", "properties", "text", "title"], value });
    for (const word of ["姓", "姓名", "姓名："]) history = doEdit(history, title(word));
    assert.equal(history.done.length, 1);
    for (let n = 0; n < 150; n++) history = doEdit(history, { type: "setRequired", id: "text", value: n % 2 === 0 });
    assert.equal(history.done.length, 151);
    for (let n = 0; n < 151; n++) history = undo(history);
    assert.equal(getIn(history.content, ["schema", "properties", "text", "title"]), "text");
  });

  it("makes every kind of the palette a form that the overlay takes", () => {
    const full = kinds.reduce((content, kind) => add(content, kind), blank);
    assert.deepEqual(ids(full).length, kinds.length);
    assert.deepEqual(fieldsOf(full).map(kindOf), kinds);
    assert.deepEqual(
      problemsOf(full).filter((problem) => problem.en.includes("choice") || problem.path === "/schema"),
      [],
    );
  });

  it("puts a field where it was dropped, in the section there", () => {
    let content = add(add(add(blank, "text"), "date"), "number", "date");
    assert.deepEqual(ids(content), ["text", "number", "date"]);
    content = applyEdit(content, { type: "addSection", id: "one", zh: "一", en: "", spot: {} });
    content = applyEdit(content, { type: "addSection", id: "two", zh: "二", en: "", spot: { before: "date" } });
    assert.deepEqual(
      sectionsOf(content).map(({ fields }) => fields),
      [["text", "number"], ["date"]],
    );
    content = applyEdit(content, { type: "move", id: "text", spot: { section: "two" } });
    assert.deepEqual(ids(content), ["number", "date", "text"]);
    content = applyEdit(content, { type: "removeSection", id: "two" });
    assert.deepEqual(
      sectionsOf(content).map(({ fields }) => fields),
      [["number", "date", "text"]],
    );
    content = applyEdit(content, { type: "removeSection", id: "one" });
    assert.deepEqual([sectionsOf(content), ids(content)], [[], ["number", "date", "text"]]);
  });

  it("does not take away a field that a condition asks about", () => {
    const [, report] = cityForms.find(([file]) => file === "eventReport.json") ?? [];
    assert.ok(report);
    assert.equal(applyEdit(report, { type: "remove", id: "onSpot" }), report);
    const renamed = applyEdit(report, { type: "rename", id: "onSpot", to: "solved" });
    assert.deepEqual(problemsOf(renamed), []);
    assert.equal(getIn(renamed, ["schema", "allOf", 0, "if", "properties", "solved", "const"]), true);
  });

  it("makes keys from English words and none that no body may carry", () => {
    assert.equal(keyFromWords("Floor area!"), "floorArea");
    assert.equal(keyFromWords("面积"), "");
    assert.equal(keyFromWords("3 rooms"), "");
    assert.deepEqual(["a", "nanyuan__a", "constructor", "A", "a-b", "__proto__"].map(isKey), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("importing a form", () => {
  const name = { key: "imported", zh: "导入的表", en: "" };
  const imported = (value: unknown) => importedForm(JSON.stringify(value), name, "collection");

  it("says what is no JSON and what is no form", () => {
    assert.deepEqual(importedForm('{"key": ', name, "collection"), { ok: false, reason: "json" });
    for (const value of [[], 3, null, { key: "a" }]) assert.deepEqual(imported(value), { ok: false, reason: "shape" });
  });

  it("keeps a form's file but for its key and name", () => {
    for (const [, content] of cityForms) {
      const found = imported(content);
      assert.ok(found.ok);
      const { key, title, module: _module, ...rest } = found.content;
      const { key: _, title: __, module: ___, ...original } = content;
      assert.deepEqual([key, (title as JsonObject)["zh-CN"]], ["imported", "导入的表"]);
      assert.deepEqual(rest, original);
    }
  });

  it("never throws on a schema found in the wild, and names what it cannot show", () => {
    const wild = {
      $schema: "http://json-schema.org/draft-07/schema#",
      title: "Registration",
      properties: {
        name: { type: ["string", "null"] },
        address: { type: "object", properties: { street: { type: "string" } } },
        tags: { type: "array", items: { anyOf: [{ type: "string" }, { type: "number" }] } },
        any: true,
        size: { enum: [1, 2, 3] },
      },
      dependentRequired: { name: ["address"] },
    };
    const found = imported(wild);
    assert.ok(found.ok);
    assert.deepEqual(new Set(ids(found.content)), new Set(["name", "address", "tags", "any", "size"]));
    const said = checkForm(found.content).filter(({ code }) => code === "FIELD_FROM_FILE");
    assert.deepEqual(new Set(said.map(({ elementId }) => elementId)), new Set(["address", "any", "name", "tags"]));
    fc.assert(fc.property(fc.jsonValue(), (value) => void imported({ properties: value, type: "object" })));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (properties) => {
        const made = imported({ properties });
        if (made.ok) checkForm(made.content);
      }),
    );
  });
});
