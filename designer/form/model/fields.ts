/** A form's content read as people see it: fields in their order, sections, options. The content itself stays as it is. */
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import { placesOf } from "../../../engine/overlay/kinds/form-items.ts";
import { getIn, objectOf, objectsOf, own, textOf, textsOf, type Path, wordOf } from "./json-path.ts";

/** The JSON of a definition of kind form; parts that the designer does not know are carried along. */
export type FormContent = JsonObject;

export interface Field {
  readonly id: string;
  /** Path of the properties that hold it. */
  readonly place: Path;
  readonly schema: JsonObject;
  readonly ui: JsonObject;
  readonly isRequired: boolean;
  /** It stands in a branch and shows only when a condition holds. */
  readonly isConditional: boolean;
  /** A condition of the form asks about it. */
  readonly isAsked: boolean;
  /** Id of its section. */
  readonly section: string | undefined;
}

export interface Section {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly fields: readonly string[];
}

export interface Option {
  readonly code: Json;
  readonly zh: string;
  readonly en: string;
}

export const schemaPath = (field: Field): Path => [...field.place, field.id];

export function sectionsOf(content: FormContent): readonly Section[] {
  return objectsOf(getIn(content, ["uiSchema", "ui:sections"])).map((section) => {
    const title = own(section, "title");
    return {
      id: textOf(section["id"]),
      zh: textOf(title) || textOf(own(title, "zh-CN")),
      en: textOf(section["title_en"]) || textOf(own(title, "en")),
      fields: textsOf(section["fields"]),
    };
  });
}

/** Fields in the order in which the form shows them: by section where there are any, what no section names last. */
export function fieldsOf(content: FormContent): readonly Field[] {
  const found = readFields(content);
  const sections = sectionsOf(content).flatMap((section) => section.fields);
  const order = textsOf(getIn(content, ["uiSchema", "ui:order"]));
  const rank = ({ id }: Field): number => {
    const inSection = sections.indexOf(id);
    if (inSection >= 0) return inSection;
    const at = order.indexOf(id);
    return sections.length + (at >= 0 ? at : order.length);
  };
  return [...found].sort((a, b) => rank(a) - rank(b));
}

function readFields(content: FormContent): readonly Field[] {
  const ui = objectOf(own(content, "uiSchema"));
  const sections = sectionsOf(content);
  const places = placesOf(content);
  const asked = new Set(places.flatMap((place) => place.asked));
  const found = places.flatMap((place) =>
    Object.entries(place.properties).map(([id, schema]): Field => ({
      ...{ id, place: ["schema", ...place.path, "properties"], schema: objectOf(schema), ui: objectOf(own(ui, id)) },
      ...{ isRequired: place.required.includes(id), isConditional: place.path.length > 0, isAsked: asked.has(id) },
      section: sections.find((section) => section.fields.includes(id))?.id,
    })),
  );
  // The same key in two branches is one field to whoever fills the form.
  return [...new Map(found.toReversed().map((field) => [field.id, field])).values()].toReversed();
}

export const fieldOf = (content: FormContent, id: string): Field | undefined =>
  readFields(content).find((field) => field.id === id);

export const keysOf = (content: FormContent): ReadonlySet<string> => new Set(readFields(content).map(({ id }) => id));

/** What English says about an item: a plain title, or an object with title, help, placeholder, options. */
export function englishOf(content: FormContent, id: string): JsonObject {
  const said = getIn(content, ["messages", "en", id]);
  return typeof said === "string" ? { title: said } : objectOf(said);
}

/** Where a field keeps its codes, or undefined when it is no choice. */
export function codesPath(field: Field): Path | undefined {
  const path = schemaPath(field);
  if (Array.isArray(field.schema["enum"])) return [...path, "enum"];
  return Array.isArray(getIn(field.schema, ["items", "enum"])) ? [...path, "items", "enum"] : undefined;
}

export function optionsOf(content: FormContent, field: Field): readonly Option[] {
  const path = codesPath(field);
  const codes = path === undefined ? undefined : getIn(content, path);
  if (!Array.isArray(codes)) return [];
  const names = getIn(field.ui, ["ui:enumNames"]);
  const english = objectOf(englishOf(content, field.id)["options"]);
  return (codes as readonly Json[]).map((code, at) => ({
    code,
    zh: Array.isArray(names) ? textOf((names as readonly Json[])[at]) : "",
    en: textOf(own(english, wordOf(code))),
  }));
}
