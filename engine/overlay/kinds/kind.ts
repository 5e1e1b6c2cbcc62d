/** What every kind of definition tells the overlay about itself: its items, who may change what, and what is well-formed. */
import type { Json, JsonObject } from "../../model/json.ts";
import type { Control } from "../../model/pack.ts";
import type { Problem } from "../../model/problem.ts";
import { objectsOf, textOf } from "../shape.ts";
import type { Fault } from "../shape.ts";

export interface Item {
  readonly id: string;
  readonly attributes: JsonObject;
}

/** How a `fixed` attribute may be narrowed; what is not named here may not be touched (decided.md 16). */
export type Narrowing = "lower" | "higher" | "shorterLimit" | "subset" | "toTrue";

export interface KindRules {
  /** What children may do to the document: add items, set its own attributes. */
  readonly document: Control;
  /** What children may do to an item that says nothing itself. */
  readonly item: Control;
  /** Attributes that are freer or stricter than their item. */
  readonly attributes: Readonly<Record<string, Control>>;
  readonly narrowing: Readonly<Record<string, Narrowing>>;
  items(content: JsonObject): readonly Item[];
  withItems(content: JsonObject, items: readonly Item[]): JsonObject;
  check(content: JsonObject, fault: Fault): readonly Problem[];
}

type ListRules = Omit<KindRules, "items" | "withItems">;

/** Rules of a document whose items are the objects of one list, each with its id in one attribute. */
export function listKind(list: string, idName: string, rules: ListRules): KindRules {
  return {
    ...rules,
    // The id is no attribute: nobody renames an item, and it comes from nowhere but itself.
    items: (content) =>
      objectsOf(content[list]).map((entry) => ({ id: textOf(entry[idName]), attributes: without(entry, idName) })),
    withItems: (content, items) => ({
      ...content,
      [list]: items.map(({ id, attributes }) => ({ [idName]: id, ...without(shown(attributes), idName) })),
    }),
  };
}

function without(attributes: JsonObject, left: string): JsonObject {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== left));
}

/** Where an added item was put, for kinds whose items stand in several places; it is no part of the content. */
export const PLACED_AFTER = "$after";

export function shown(attributes: JsonObject): JsonObject {
  return without(attributes, PLACED_AFTER);
}

/** Rules of a document without items: only its own attributes can be changed. */
export function plainKind(rules: ListRules): KindRules {
  return { ...rules, items: () => [], withItems: (content) => content };
}

/** Attributes of the document itself: everything but its items. */
export function ownAttributes(rules: KindRules, content: JsonObject): JsonObject {
  const bare = rules.withItems(content, []);
  const empty = (value: Json | undefined) => JSON.stringify(value) === "[]" || JSON.stringify(value) === "{}";
  return Object.fromEntries(
    Object.entries(content).filter(
      ([name]) => Object.hasOwn(bare, name) && !(empty(bare[name]) && !empty(content[name])),
    ),
  );
}
