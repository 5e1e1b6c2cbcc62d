/** Forms: a street adds fields of its own and asks for more; it may not ask for less than the city's flows rely on. */
import type { JsonObject } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";
import { checkIds, checkKey, checkTitle, isObject, objectsOf, textOf } from "../shape.ts";
import type { Fault } from "../shape.ts";
import { itemsOf, placesOf, withFormItems } from "./form-items.ts";
import type { KindRules } from "./kind.ts";

export const formKind: KindRules = {
  document: "additive",
  item: "fixed",
  attributes: { title: "overrides", ui: "overrides", en: "overrides", hidden: "overrides", section: "overrides" },
  narrowing: {
    minLength: "higher",
    maxLength: "lower",
    minimum: "higher",
    maximum: "lower",
    minItems: "higher",
    maxItems: "lower",
    enum: "subset",
    isRequired: "toTrue",
  },
  items: itemsOf,
  withItems: withFormItems,
  check: checkForm,
};

function checkForm(content: JsonObject, fault: Fault): readonly Problem[] {
  const items = itemsOf(content);
  return [
    ...checkTitle(content["title"], "/title", fault),
    ...checkIds(
      items.map(({ id }) => id),
      "/schema/properties",
      fault,
    ),
    ...items.flatMap(({ id, attributes }) => checkItem(id, attributes, fault)),
    ...checkClosed(content, fault),
    ...checkReferences(content, new Set(items.map(({ id }) => id)), fault),
  ];
}

function checkItem(id: string, attributes: JsonObject, fault: Fault): readonly Problem[] {
  const at = `/schema/properties/${id}`;
  const ui = isObject(attributes["ui"]) ? attributes["ui"] : {};
  const names = ui["ui:enumNames"];
  const choices = isObject(attributes["items"]) ? attributes["items"]["enum"] : attributes["enum"];
  const bare = attributes["pattern"] !== undefined && attributes["maxLength"] === undefined;
  const unequal = Array.isArray(choices) && (!Array.isArray(names) || names.length !== choices.length);
  return [
    ...checkTitle({ "zh-CN": textOf(attributes["title"]), en: englishOf(attributes["en"]) }, at, fault),
    ...(bare ? [fault(at, "有格式要求的字段必须写明最大长度", "a pattern needs a maxLength beside it")] : []),
    ...(unequal ? [fault(at, "每个选项都要有名称", "expected one name for each choice")] : []),
  ];
}

function englishOf(words: unknown): string {
  if (typeof words === "string") return words;
  return isObject(words as JsonObject) ? textOf((words as JsonObject)["title"]) : "";
}

/** Nothing may come in that the form does not name. */
function checkClosed(content: JsonObject, fault: Fault): readonly Problem[] {
  const schema = isObject(content["schema"]) ? content["schema"] : {};
  if (schema["additionalProperties"] === false || schema["unevaluatedProperties"] === false) return [];
  return [fault("/schema", "表单必须拒绝未定义的字段", "expected additionalProperties or unevaluatedProperties false")];
}

/** What is required, ordered or asked about in a condition is there. */
function checkReferences(content: JsonObject, ids: ReadonlySet<string>, fault: Fault): readonly Problem[] {
  const ui = isObject(content["uiSchema"]) ? content["uiSchema"] : {};
  const order = Array.isArray(ui["ui:order"]) ? ui["ui:order"] : [];
  const sections = objectsOf(ui["ui:sections"]);
  const summary = Array.isArray(ui["ui:summary"]) ? ui["ui:summary"] : [];
  const named = [
    ...placesOf(content).flatMap(({ required, asked }) => [...required, ...asked]),
    ...[...order.filter((id) => id !== "*"), ...summary].map(textOf),
    ...sections.flatMap((section) => (Array.isArray(section["fields"]) ? section["fields"].map(textOf) : [])),
  ];
  const unknown = [...new Set(named)].filter((id) => !ids.has(id));
  return [
    ...sections.flatMap((section, at) => checkKey(section["id"], `/uiSchema/ui:sections/${at}/id`, fault)),
    ...unknown.map((id) => fault("/schema", `引用了不存在的字段“${id}”`, `"${id}" is referred to and is not there`)),
  ];
}
