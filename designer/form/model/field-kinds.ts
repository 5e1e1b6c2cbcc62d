/** What can be put into a form: the palette's kinds, each with the schema that it begins with. */
import type { JsonObject } from "../../../engine/model/json.ts";
import type { Field } from "./fields.ts";
import { getIn, textOf } from "./json-path.ts";

export type FieldKind =
  | "text"
  | "longText"
  | "number"
  | "integer"
  | "yesNo"
  | "date"
  | "single"
  | "select"
  | "several"
  | "phone"
  | "idNumber"
  | "photos"
  | "place"
  | "position"
  | "matter"
  | "unit"
  | "checklist"
  | "other";

interface Beginning {
  readonly schema: JsonObject;
  readonly ui?: JsonObject;
}

export const checkDefinition: JsonObject = {
  type: "object",
  properties: {
    result: { type: "string", title: "结果", enum: ["normal", "problem", "notApplicable"] },
    note: { type: "string", title: "问题描述", minLength: 5, maxLength: 300 },
    photos: {
      type: "array",
      title: "照片",
      items: { type: "string", format: "attachment", maxLength: 64 },
      minItems: 1,
      maxItems: 4,
    },
  },
  required: ["result"],
  if: { properties: { result: { const: "problem" } }, required: ["result"] },
  // A JSON Schema keyword, not a promise.
  // oxlint-disable-next-line unicorn/no-thenable
  then: { required: ["note", "photos"] },
  additionalProperties: false,
};

const point: JsonObject = {
  type: "object",
  properties: {
    lng: { type: "number", minimum: -180, maximum: 180 },
    lat: { type: "number", minimum: -90, maximum: 90 },
    accuracy: { type: "number", minimum: 0 },
    source: { type: "string", enum: ["gps", "pin", "place"] },
    at: { type: "string", format: "date-time", maxLength: 40 },
  },
  required: ["lng", "lat", "source"],
  additionalProperties: false,
};

const keyText: JsonObject = { type: "string", pattern: "^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$", maxLength: 64 };

/** Options that a choice begins with; people give them their words. */
const codes = ["option1", "option2"];
const names = ["选项一", "选项二"];

export const beginnings: Readonly<Record<Exclude<FieldKind, "other">, Beginning>> = {
  text: { schema: { type: "string", maxLength: 100 } },
  longText: { schema: { type: "string", maxLength: 500 }, ui: { "ui:widget": "textarea" } },
  number: { schema: { type: "number" } },
  integer: { schema: { type: "integer", minimum: 0 } },
  yesNo: { schema: { type: "boolean" }, ui: { "ui:widget": "switch" } },
  date: { schema: { type: "string", format: "date", maxLength: 10 }, ui: { "ui:widget": "date" } },
  single: { schema: { type: "string", enum: codes }, ui: { "ui:widget": "radio", "ui:enumNames": names } },
  select: { schema: { type: "string", enum: codes }, ui: { "ui:widget": "select", "ui:enumNames": names } },
  several: {
    schema: { type: "array", items: { type: "string", enum: codes }, uniqueItems: true, maxItems: 2 },
    ui: { "ui:widget": "checkboxes", "ui:enumNames": names },
  },
  phone: {
    schema: { type: "string", format: "phone", maxLength: 20, "x-sensitivity": "personal" },
    ui: { "ui:widget": "phone" },
  },
  idNumber: {
    schema: { type: "string", format: "idNumber", maxLength: 18, "x-sensitivity": "sensitive" },
    ui: { "ui:widget": "idNumber" },
  },
  photos: {
    schema: {
      type: "array",
      items: { type: "string", format: "attachment", maxLength: 64 },
      maxItems: 9,
    },
    ui: { "ui:widget": "photos" },
  },
  place: {
    schema: {
      type: "string",
      pattern: "^[A-Z]{2}[0-9]-[A-Z0-9]{3,8}$",
      maxLength: 16,
      "x-bind": { register: "places", attribute: "code" },
    },
    ui: { "ui:widget": "place" },
  },
  position: { schema: point, ui: { "ui:widget": "position" } },
  matter: { schema: keyText, ui: { "ui:widget": "matter" } },
  unit: {
    schema: keyText,
    ui: { "ui:widget": "unit", "ui:options": { kinds: ["department", "community", "grid"] } },
  },
  checklist: {
    schema: {
      type: "object",
      properties: { item1: { $ref: "#/$defs/check", title: "检查项一" } },
      required: ["item1"],
      additionalProperties: false,
    },
    ui: {
      "ui:widget": "checklist",
      "ui:options": {
        groups: [{ key: "general", title: "检查内容" }],
        items: [{ id: "item1", title: "检查项一", group: "general" }],
      },
    },
  },
};

export type PaletteGroup = "basic" | "choice" | "person" | "site" | "layout";

export const palette: readonly { readonly group: PaletteGroup; readonly kinds: readonly (FieldKind | "section")[] }[] =
  [
    { group: "basic", kinds: ["text", "longText", "number", "integer", "yesNo", "date"] },
    { group: "choice", kinds: ["single", "several", "select"] },
    { group: "person", kinds: ["phone", "idNumber"] },
    { group: "site", kinds: ["photos", "position", "place", "matter", "unit", "checklist"] },
    { group: "layout", kinds: ["section"] },
  ];

const byWidget: Readonly<Record<string, FieldKind>> = {
  textarea: "longText",
  radio: "single",
  segmented: "single",
  select: "select",
  checkboxes: "several",
  phone: "phone",
  idNumber: "idNumber",
  photos: "photos",
  place: "place",
  position: "position",
  matter: "matter",
  unit: "unit",
  checklist: "checklist",
  date: "date",
  switch: "yesNo",
};

/** Kind of a field by its widget and type; `other` for what only the file can change. */
export function kindOf({ schema, ui }: Pick<Field, "schema" | "ui">): FieldKind {
  const named = byWidget[textOf(ui["ui:widget"])];
  if (named !== undefined) return named;
  const { type, format } = schema;
  if (Array.isArray(schema["enum"])) return schema["enum"].length <= 5 ? "single" : "select";
  if (type === "array") return kindOfList(schema);
  if (type === "boolean") return "yesNo";
  if (type === "number" || type === "integer") return type;
  if (type !== "string") return "other";
  if (format === "date") return "date";
  if (format === "attachment") return "photos";
  return Number(schema["maxLength"] ?? 0) > 120 ? "longText" : "text";
}

function kindOfList(schema: JsonObject): FieldKind {
  if (getIn(schema, ["items", "format"]) === "attachment") return "photos";
  return Array.isArray(getIn(schema, ["items", "enum"])) ? "several" : "other";
}
