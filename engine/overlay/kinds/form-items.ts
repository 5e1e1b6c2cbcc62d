/** The fields of a form as items, wherever they stand: at the top, or in a branch that shows only when a condition holds. */
import type { Json, JsonObject } from "../../model/json.ts";
import { isObject, objectsOf, textOf } from "../shape.ts";
import { PLACED_AFTER, shown } from "./kind.ts";
import type { Item } from "./kind.ts";

/** Path inside the schema of an object that can hold properties: `[]`, `["then"]`, `["allOf", 0, "then"]`. */
type Path = readonly (string | number)[];

interface Place {
  readonly path: Path;
  readonly properties: JsonObject;
  readonly required: readonly string[];
  /** Items that the condition of this branch asks about. */
  readonly asked: readonly string[];
}

/** Attributes beside the JSON Schema of a field; `isRequired`, since an object's own `required` lists its properties. */
const BESIDE = new Set(["isRequired", "ui", "en", "section", "hidden", PLACED_AFTER]);

export function placesOf(content: JsonObject): readonly Place[] {
  const schema = objectOf(content["schema"]);
  return branchesOf(schema).map(({ path, part, asked }) => ({
    path,
    properties: objectOf(part["properties"]),
    required: textsOf(part["required"]),
    asked,
  }));
}

interface Branch {
  readonly path: Path;
  readonly part: JsonObject;
  readonly asked: readonly string[];
}

function branchesOf(schema: JsonObject): readonly Branch[] {
  const conditional = (holder: JsonObject, path: Path): readonly Branch[] =>
    ["then", "else"].flatMap((name) => {
      const part = holder[name];
      return isObject(part) ? [{ path: [...path, name], part, asked: askedIn(holder["if"]) }] : [];
    });
  return [
    { path: [], part: schema, asked: [] },
    ...conditional(schema, []),
    ...objectsOf(schema["allOf"]).flatMap((part, at) => conditional(part, ["allOf", at])),
  ];
}

function askedIn(condition: Json | undefined): readonly string[] {
  const asked = objectOf(condition);
  return [...Object.keys(objectOf(asked["properties"])), ...textsOf(asked["required"])];
}

/** Fields in the order in which they are shown. */
export function itemsOf(content: JsonObject): readonly Item[] {
  const ui = objectOf(content["uiSchema"]);
  const words = objectOf(objectOf(content["messages"])["en"]);
  const items = placesOf(content).flatMap((place) =>
    Object.entries(place.properties).map(([id, schema]) => ({
      id,
      attributes: {
        ...objectOf(schema),
        ...(place.required.includes(id) ? { isRequired: true } : {}),
        ...(ui[id] === undefined ? {} : { ui: ui[id] }),
        ...(words[id] === undefined ? {} : { en: words[id] }),
        ...sectionOf(ui, id),
      },
    })),
  );
  const order = textsOf(ui["ui:order"]);
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...items].sort((a, b) => rank(a.id) - rank(b.id));
}

function sectionOf(ui: JsonObject, id: string): JsonObject {
  const section = objectsOf(ui["ui:sections"]).find((each) => textsOf(each["fields"]).includes(id));
  return section === undefined ? {} : { section: section["id"] ?? null };
}

/** The form with these fields and no others. A new field stands where the field it follows stands. */
export function withFormItems(content: JsonObject, all: readonly Item[]): JsonObject {
  const items = all.filter(({ attributes }) => attributes["hidden"] !== true);
  const places = placesOf(content);
  const homes = new Map(places.flatMap((place) => Object.keys(place.properties).map((id) => [id, place] as const)));
  const homeOf = (item: Item): Place | undefined => {
    const after = item.attributes[PLACED_AFTER];
    return homes.get(item.id) ?? (typeof after === "string" ? homes.get(after) : undefined) ?? places[0];
  };
  for (const item of items) {
    const home = homeOf(item);
    if (home !== undefined) homes.set(item.id, home);
  }
  const schema = places.reduce(
    (built, place) =>
      setAt(built, place.path, (part) =>
        withProperties(
          part,
          place,
          items.filter((item) => homes.get(item.id) === place),
          items,
        ),
      ),
    objectOf(content["schema"]),
  );
  return { ...content, schema, uiSchema: uiOf(content, items), messages: messagesOf(content, items) };
}

function withProperties(part: JsonObject, place: Place, here: readonly Item[], all: readonly Item[]): JsonObject {
  const ids = new Set(all.map(({ id }) => id));
  const wanted = new Set(here.filter(({ attributes }) => attributes["isRequired"] === true).map(({ id }) => id));
  const local = new Set(here.map(({ id }) => id));
  // A branch may also require fields that stand elsewhere: those stay while the field does.
  const kept = place.required.filter((id) =>
    local.has(id) ? wanted.has(id) : ids.has(id) && !Object.hasOwn(place.properties, id),
  );
  const required = [...kept, ...[...wanted].filter((id) => !kept.includes(id))];
  const properties = Object.fromEntries(here.map(({ id, attributes }) => [id, schemaOf(attributes)]));
  const rest = Object.fromEntries(
    Object.entries(part).filter(([name]) => name !== "properties" && name !== "required"),
  );
  return {
    ...rest,
    ...(part["properties"] === undefined && here.length === 0 ? {} : { properties }),
    ...(part["required"] === undefined && required.length === 0 ? {} : { required }),
  };
}

function schemaOf(attributes: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(shown(attributes)).filter(([name]) => !BESIDE.has(name)));
}

function uiOf(content: JsonObject, items: readonly Item[]): JsonObject {
  const ui = objectOf(content["uiSchema"]);
  const known = new Set(itemsOf(content).map(({ id }) => id));
  const ids = new Set(items.map(({ id }) => id));
  const rest = Object.entries(ui).filter(([name]) => !known.has(name));
  const sections = objectsOf(ui["ui:sections"]).map((section) => ({
    ...section,
    fields: items.filter(({ attributes }) => attributes["section"] === section["id"]).map(({ id }) => id),
  }));
  return {
    ...Object.fromEntries(rest),
    ...(ui["ui:order"] === undefined ? {} : { "ui:order": items.map(({ id }) => id) }),
    ...(Array.isArray(ui["ui:summary"]) ? { "ui:summary": ui["ui:summary"].filter((id) => ids.has(textOf(id))) } : {}),
    ...(ui["ui:sections"] === undefined ? {} : { "ui:sections": sections }),
    ...Object.fromEntries(
      items.flatMap(({ id, attributes }) => (attributes["ui"] === undefined ? [] : [[id, attributes["ui"]]])),
    ),
  };
}

function messagesOf(content: JsonObject, items: readonly Item[]): JsonObject {
  const messages = objectOf(content["messages"]);
  const words = items.flatMap(({ id, attributes }) =>
    attributes["en"] === undefined ? [] : [[id, attributes["en"]] as const],
  );
  return { ...messages, en: Object.fromEntries(words) };
}

/** Changes the object at a path; paths come from `branchesOf`, so everything on the way is there. */
function setAt(holder: JsonObject, path: Path, change: (part: JsonObject) => JsonObject): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return change(holder);
  const child = holder[String(name)];
  if (!Array.isArray(child)) return { ...holder, [String(name)]: setAt(objectOf(child), rest, change) };
  const [index, ...below] = rest;
  return {
    ...holder,
    [String(name)]: child.map((part, at) => (at === index ? setAt(objectOf(part), below, change) : part)),
  };
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== "") : [];
}
