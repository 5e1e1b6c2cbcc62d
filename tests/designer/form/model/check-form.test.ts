import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { Json } from "../../../../engine/model/json.ts";
import { checkForm, fieldOfProblem } from "../../../../designer/form/model/check-form.ts";
import { applyEdit } from "../../../../designer/form/model/edit.ts";
import type { FieldKind } from "../../../../designer/form/model/field-kinds.ts";
import { keysOf, type FormContent } from "../../../../designer/form/model/fields.ts";
import { setIn } from "../../../../designer/form/model/json-path.ts";
import { newField } from "../../../../designer/form/model/new-field.ts";
import { blankForm } from "../../../../designer/form/model/new-form.ts";

const blank = blankForm({ key: "visit", zh: "走访", en: "Visit" }, "collection");
function withField(kind: Exclude<FieldKind, "other">, title = "名称", content: FormContent = blank): FormContent {
  const parts = newField(kind, title, keysOf(content));
  const added = applyEdit(content, { type: "add", parts, spot: {} });
  return applyEdit(added, { type: "setEnglish", id: parts.id, name: "title", value: `Name of ${parts.id}` });
}
const set = (content: FormContent, path: readonly (string | number)[], value: Json | undefined): FormContent =>
  applyEdit(content, { type: "set", path, value });
const codes = (content: FormContent) => checkForm(content).map(({ code }) => code);

describe("checks before publishing", () => {
  it("finds nothing wrong with the city's forms", () => {
    const folder = new URL("../../../../definitions/city/forms/", import.meta.url);
    for (const file of readdirSync(folder)) {
      const content = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as FormContent;
      assert.deepEqual(checkForm(content), [], file);
    }
  });

  const cases: readonly (readonly [string, FormContent, readonly string[]])[] = [
    ["a form without fields", blank, ["FORM_EMPTY"]],
    ["a form without a name", set(withField("text"), ["title", "zh-CN"], " "), ["FORM_TITLE_EMPTY"]],
    ["a label that is empty", withField("text", ""), ["FIELD_LABEL_EMPTY"]],
    [
      "a label without English",
      set(withField("text"), ["messages", "en", "text"], undefined),
      ["FIELD_ENGLISH_MISSING"],
    ],
    ["two fields of one name", withField("date", "名称", withField("text")), ["FIELD_LABEL_TWICE"]],
    [
      "a choice without options",
      set(withField("single"), ["schema", "properties", "single", "enum"], []),
      ["OPTIONS_MISSING"],
    ],
    [
      "options with one code, and no words",
      applyEdit(withField("single"), {
        type: "setOptions",
        id: "single",
        options: [
          { code: "a", zh: "甲", en: "A" },
          { code: "a", zh: "", en: "" },
        ],
      }),
      ["OPTION_LABEL_EMPTY", "OPTION_CODE_TWICE"],
    ],
    ["an identity number without a purpose", withField("idNumber"), ["PURPOSE_MISSING"]],
    [
      "a least above the most",
      set(
        set(withField("number"), ["schema", "properties", "number", "minimum"], 9),
        ["schema", "properties", "number", "maximum"],
        3,
      ),
      ["RANGE_EMPTY"],
    ],
  ];
  for (const [what, content, expected] of cases) it(`names ${what}`, () => assert.deepEqual(codes(content), expected));

  it("warns when a phone gets too many fields without sections", () => {
    let content = blank;
    for (let n = 0; n < 31; n++) content = withField("text", `名称${n}`, content);
    assert.deepEqual(codes(content), ["FORM_TOO_LONG"]);
    assert.deepEqual(codes(applyEdit(content, { type: "addSection", id: "a", zh: "甲", en: "A", spot: {} })), []);
  });

  it("leads from the server's problems to the field", () => {
    const content = withField("text");
    const of = (path: string) => fieldOfProblem({ code: "X", zh: "", en: "", path }, content);
    assert.deepEqual(
      ["/properties/text/pattern", "/schema/properties/text", "form/visit/schema/properties/text", "/title", ""].map(
        of,
      ),
      ["text", "text", "text", undefined, undefined],
    );
    assert.equal(setIn(content, ["a", "b"], 1) === content, false);
  });
});
