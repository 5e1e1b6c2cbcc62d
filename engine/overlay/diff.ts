/** What a child would have had to do to get from one document to another: forks are differentials too (definitions.md §3). */
import type { Json, JsonObject } from "../model/json.ts";
import type { OperationBody, Target } from "../model/pack.ts";
import { canonicalJson } from "./canonical-json.ts";
import { kinds } from "./kinds/index.ts";
import type { Item, JsonKind } from "./kinds/index.ts";
import { ownAttributes } from "./kinds/kind.ts";

export interface Difference {
  readonly target: Target;
  readonly was: Json;
  readonly body: OperationBody;
}

/** In: two versions of one document. Out: the differences by item id, in the second version's order. */
export function diffOf(kind: JsonKind, definition: string, from: JsonObject, to: JsonObject): readonly Difference[] {
  const rules = kinds[kind];
  const [before, after] = [rules.items(from), rules.items(to)];
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map(({ id }) => id));
  const target = (item: string): Target => (item === "" ? { kind, definition } : { kind, definition, item });
  const own = { id: "", attributes: ownAttributes(rules, from) };
  return [
    ...setsBetween(own, { id: "", attributes: ownAttributes(rules, to) }, target),
    ...after.flatMap((item, at) => changesOf(old.get(item.id), item, after[at - 1]?.id, target)),
    ...before
      .filter(({ id }) => !kept.has(id))
      .map(({ id }) => ({ target: target(id), was: null, body: { op: "remove" as const } })),
  ];
}

function changesOf(
  old: Item | undefined,
  item: Item,
  after: string | undefined,
  target: (item: string) => Target,
): readonly Difference[] {
  if (old !== undefined) return setsBetween(old, item, target);
  const body = { op: "add" as const, value: item.attributes, ...(after === undefined ? {} : { after }) };
  return [{ target: target(item.id), was: null, body }];
}

function setsBetween(old: Item, item: Item, target: (item: string) => Target): readonly Difference[] {
  return Object.entries(item.attributes)
    .filter(([name, value]) => canonicalJson(old.attributes[name]) !== canonicalJson(value))
    .map(([attribute, value]) => ({
      target: target(item.id),
      was: old.attributes[attribute] ?? null,
      body: { op: "set" as const, attribute, value },
    }));
}
