/** What a settings page can reach in a pack: parameters, rungs of ladders, words of levels, slots that are filled, messages. */
import type { Json, JsonObject } from "../model/json.ts";
import type { Kind, Operation, ResolvedPack } from "../model/pack.ts";
import type { Day } from "../model/time.ts";
import { kinds } from "./kinds/index.ts";
import type { Item, JsonKind } from "./kinds/index.ts";
import { seriesOf, valueOn } from "./kinds/parameter.ts";

/** One thing that is set, by its stable ids; `""` is the document itself (a message has no items). */
export interface SettingPlace {
  readonly kind: Kind;
  readonly definition: string;
  readonly item: string;
}

/** An item in force and as the level above has it; `base` is absent for an item of the street's own. */
export interface SettingItem {
  readonly place: SettingPlace;
  readonly inForce: JsonObject;
  readonly base?: JsonObject;
  /** The street's operations on it, parameters' in the order of their days. */
  readonly operations: readonly Operation[];
}

export function isAt(operation: Operation, { kind, definition, item }: SettingPlace): boolean {
  const { target } = operation;
  return target.kind === kind && target.definition === definition && (target.item ?? "") === item;
}

/** In: what is in force, the pack above it, the street's operations. Out: the items of one document in their order. */
export function settingItems(
  inForce: ResolvedPack,
  above: ResolvedPack,
  operations: readonly Operation[],
  kind: JsonKind,
  definition: string,
): readonly SettingItem[] {
  const before = new Map(itemsOf(above, kind, definition).map((item) => [item.id, item.attributes]));
  return itemsOf(inForce, kind, definition).map(({ id, attributes }) => {
    const place = { kind, definition, item: id };
    const base = before.get(id);
    const own = operations.filter((operation) => isAt(operation, place)).toSorted(byDay);
    return { place, inForce: attributes, ...(base === undefined ? {} : { base }), operations: own };
  });
}

function itemsOf(pack: ResolvedPack, kind: JsonKind, definition: string): readonly Item[] {
  const name = `${kind}/${definition}`;
  const document = Object.hasOwn(pack.documents, name) ? pack.documents[name] : undefined;
  if (document === undefined || !("content" in document)) return [];
  return kind === "message" ? [{ id: "", attributes: document.content }] : kinds[kind].items(document.content);
}

function byDay(a: Operation, b: Operation): number {
  const [left, right] = [fromOf(a), fromOf(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

export function fromOf(operation: Operation): Day {
  return operation.op === "set" ? (operation.from ?? "") : "";
}

/** A dated value of a parameter, and the operation that gives it; none: it is the level's above. */
export interface Holding {
  readonly from: Day;
  readonly value: Json;
  readonly operation?: Operation;
}

/** What a parameter is on a day, what the level above says then, and what is announced for later. */
export interface ParameterOn {
  readonly now: Holding;
  readonly above: Json;
  readonly ahead: readonly Holding[];
}

/** In: an item of the parameters and a day. Out: its values from that day on, each with where it comes from. */
export function parameterOn({ inForce, base, operations }: SettingItem, day: Day): ParameterOn {
  const series = seriesOf(inForce);
  const entries = series.map((entry): Holding => {
    const operation = operations.find((each) => each.op === "set" && fromOf(each) === entry.from);
    return { ...entry, ...(operation === undefined ? {} : { operation }) };
  });
  const now = entries.findLast(({ from }) => from <= day) ?? { from: "", value: null };
  const above = seriesOf(base ?? withoutValues(inForce));
  return { now, above: valueOn(above, day), ahead: entries.filter(({ from }) => from > day) };
}

/** The declaration as it was made, before any value was set. */
export function withoutValues({ values: _values, ...declaration }: JsonObject): JsonObject {
  return declaration;
}
