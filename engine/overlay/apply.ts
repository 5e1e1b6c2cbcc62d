/** One document and what one child pack wishes of it → the document as it is in force for that child. */
import type { Json, JsonObject } from "../model/json.ts";
import type { Operation, Origin, Provenance } from "../model/pack.ts";
import type { Problem } from "../model/problem.ts";
import { canonicalJson } from "./canonical-json.ts";
import { refuseAdd, refuseReplace, refuseSet } from "./controls.ts";
import type { Place } from "./controls.ts";
import { isOwn } from "./keys.ts";
import type { Item, KindRules } from "./kinds/index.ts";
import { PLACED_AFTER, ownAttributes } from "./kinds/kind.ts";
import { checkParameterValue } from "./kinds/parameter-value.ts";
import { seriesOf, valueOn, withValueFrom } from "./kinds/parameter.ts";
import { operationProblem } from "./problems.ts";
import { faultsOf } from "./shape.ts";

export interface Applied {
  readonly content: JsonObject;
  readonly provenance: Provenance;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** The document while it is being changed: private to this file, so that `applyOperations` stays pure. */
interface Draft {
  readonly rules: KindRules;
  readonly content: JsonObject;
  readonly pack: string;
  /** The items before anything was set: what `was` and the end of a dated value refer to. */
  original: readonly Item[];
  items: readonly Item[];
  own: JsonObject;
  provenance: Record<string, Readonly<Record<string, Origin>>>;
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

/** Adding before setting before moving before taking out: the result cannot depend on the order in the file. */
const PHASES: Readonly<Record<Operation["op"], number>> = {
  add: 0,
  set: 1,
  hide: 1,
  show: 1,
  require: 1,
  relax: 1,
  switchOff: 1,
  replace: 1,
  move: 2,
  remove: 3,
};

export function applyOperations(
  rules: KindRules,
  content: JsonObject,
  provenance: Provenance,
  operations: readonly Operation[],
  originOf: (operation: Operation) => Origin,
): Applied {
  if (operations.length === 0) return { content, provenance, problems: [], warnings: [] };
  const sorted = operations.toSorted(
    (a, b) => PHASES[a.op] - PHASES[b.op] || compare(dayOf(a), dayOf(b)) || compare(a.id, b.id),
  );
  const draft: Draft = {
    rules,
    content,
    pack: originOf(sorted[0] as Operation).pack,
    original: [],
    items: rules.items(content),
    own: ownAttributes(rules, content),
    provenance: { ...provenance },
    problems: [],
    warnings: [],
  };
  addItems(draft, sorted, originOf);
  draft.original = draft.items;
  for (const operation of sorted) applyOne(draft, operation, originOf(operation));
  const changed = { ...content, ...draft.own };
  return {
    content: rules.withItems(changed, draft.items),
    provenance: draft.provenance,
    problems: draft.problems,
    warnings: draft.warnings,
  };
}

/** The dated values of one parameter are applied in the order of their days. */
function dayOf(operation: Operation): string {
  return operation.op === "set" ? (operation.from ?? "") : "";
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Where everything comes from when nobody has changed anything yet. */
export function provenanceOf(rules: KindRules, content: JsonObject, origin: Origin): Provenance {
  const all = (attributes: JsonObject) => Object.fromEntries(Object.keys(attributes).map((name) => [name, origin]));
  const items = rules.items(content).map(({ id, attributes }) => [id, all(attributes)] as const);
  return { "": all(ownAttributes(rules, content)), ...Object.fromEntries(items) };
}

function addItems(draft: Draft, operations: readonly Operation[], originOf: (operation: Operation) => Origin): void {
  const adds = operations.filter((operation) => operation.op === "add");
  const known = new Set(draft.items.map(({ id }) => id));
  for (const operation of adds) {
    const problems = checkAdd(draft, operation, known);
    draft.problems.push(...problems);
    known.add(operation.target.item ?? "");
  }
  const orphans = adds.filter((operation) => operation.after !== undefined && !known.has(operation.after));
  draft.problems.push(
    ...orphans.map((operation) =>
      missing(
        operation,
        `没有“${operation.after ?? ""}”可以跟在后面`,
        `there is no "${operation.after ?? ""}" to follow`,
      ),
    ),
  );
  if (draft.problems.length > 0) return;
  for (const operation of adds)
    draft.provenance[operation.target.item ?? ""] = addedProvenance(operation.value, originOf(operation));
  draft.items = withAdded(
    draft.items,
    adds.map((operation) => ({ after: operation.after, item: itemOf(operation) })),
  );
}

function itemOf(operation: Extract<Operation, { readonly op: "add" }>): Item {
  const place = operation.after === undefined ? {} : { [PLACED_AFTER]: operation.after };
  return { id: operation.target.item ?? "", attributes: { ...operation.value, ...place } };
}

function addedProvenance(value: JsonObject, origin: Origin): Readonly<Record<string, Origin>> {
  return Object.fromEntries(Object.keys(value).map((name) => [name, origin]));
}

function checkAdd(draft: Draft, operation: Operation, known: ReadonlySet<string>): readonly Problem[] {
  const id = operation.target.item ?? "";
  if (!isOwn(draft.pack, id))
    return [
      operationProblem(
        "OVERLAY_PREFIX",
        operation,
        `自有项的编号应以“${draft.pack}__”开头`,
        `an own item begins with "${draft.pack}__"`,
      ),
    ];
  if (known.has(id))
    return [operationProblem("OVERLAY_DUPLICATE", operation, "编号已经存在", "the id is there already")];
  return refuseAdd(placeOf(draft, ""), operation);
}

interface Added {
  readonly after: string | undefined;
  readonly item: Item;
}

/** Puts each new item after its anchor; those with the same anchor stand in the order of their ids, new anchors included. */
function withAdded(items: readonly Item[], added: readonly Added[]): readonly Item[] {
  const sorted = added.toSorted((a, b) => (a.item.id < b.item.id ? -1 : 1));
  const followed = (item: Item): readonly Item[] => [
    item,
    ...sorted.filter(({ after }) => after === item.id).flatMap((each) => followed(each.item)),
  ];
  const last = sorted.filter(({ after }) => after === undefined);
  return [...items, ...last.map(({ item }) => item)].flatMap(followed);
}

function applyOne(draft: Draft, operation: Operation, origin: Origin): void {
  switch (operation.op) {
    case "add":
      return;
    case "set":
      return setAttribute(draft, operation, operation.attribute, operation.value, origin);
    case "hide":
    case "show":
      return setAttribute(draft, operation, "hidden", operation.op === "hide", origin);
    case "require":
    case "relax":
      return setAttribute(draft, operation, "isRequired", operation.op === "require", origin);
    case "switchOff":
      return setAttribute(draft, operation, "enabled", false, origin);
    case "move":
      return moveItem(draft, operation, origin);
    case "remove":
      return removeItem(draft, operation);
    case "replace":
      draft.problems.push(
        operationProblem(
          "OVERLAY_NOT_SUPPORTED",
          operation,
          "只有流程的插槽可以替换",
          "only slots of a process can be replaced",
        ),
      );
  }
}

function setAttribute(draft: Draft, operation: Operation, attribute: string, value: Json, origin: Origin): void {
  const id = operation.target.item ?? "";
  const place = placeOf(draft, id);
  if (id !== "" && !draft.items.some((item) => item.id === id)) return refuse(draft, missing(operation));
  const problems = refuseSet(place, attribute, value, operation);
  if (problems.length > 0) return refuse(draft, ...problems);
  if (operation.target.kind === "parameter" && attribute === "value") setParameter(draft, operation, value, origin);
  else write(draft, operation, attribute, value, place.attributes[attribute] ?? null, origin);
}

function setParameter(draft: Draft, operation: Operation, value: Json, origin: Origin): void {
  const id = operation.target.item ?? "";
  const { attributes } = placeOf(draft, id);
  const fault = faultsOf({ kind: "parameter", key: id });
  draft.problems.push(...checkParameterValue(attributes, value, `/operations/${operation.id}`, fault));
  const [from, until] = operation.op === "set" ? [operation.from, operation.until] : [];
  const base = draft.original.find((item) => item.id === id)?.attributes ?? attributes;
  warnWas(draft, operation, valueOn(seriesOf(base), from ?? "9999-12-31"));
  replaceItem(draft, id, withValueFrom(attributes, base, value, from, until));
  stamp(draft, id, "values", origin);
}

function write(draft: Draft, operation: Operation, attribute: string, value: Json, base: Json, origin: Origin): void {
  const id = operation.target.item ?? "";
  warnWas(draft, operation, base);
  if (id === "") draft.own = { ...draft.own, [attribute]: value };
  else replaceItem(draft, id, { ...placeOf(draft, id).attributes, [attribute]: value });
  stamp(draft, id, attribute, origin);
}

/** The base has moved since the author looked: said, never decided here (a rebase is a person's work). */
function warnWas(draft: Draft, operation: Operation, base: Json): void {
  if (canonicalJson(operation.was) === canonicalJson(base)) return;
  const warning = operationProblem(
    "OVERLAY_BASE_CHANGED",
    operation,
    "上级的值已与修改时不同，请复核",
    "the base value is not the one its author saw; please review",
  );
  draft.warnings.push({ ...warning, severity: "warning" });
}

function moveItem(draft: Draft, operation: Extract<Operation, { readonly op: "move" }>, origin: Origin): void {
  const id = operation.target.item ?? "";
  const item = draft.items.find((each) => each.id === id);
  const rest = draft.items.filter((each) => each !== item);
  const anchor = rest.findIndex((each) => each.id === operation.after);
  if (item === undefined || (operation.after !== undefined && anchor < 0)) return refuse(draft, missing(operation));
  const problems = refuseReplace(placeOf(draft, id), operation);
  if (problems.length > 0) return refuse(draft, ...problems);
  draft.items = rest.toSpliced(operation.after === undefined ? rest.length : anchor + 1, 0, item);
  stamp(draft, id, "position", origin);
}

function removeItem(draft: Draft, operation: Operation): void {
  const id = operation.target.item ?? "";
  if (!draft.items.some((item) => item.id === id)) return refuse(draft, missing(operation));
  const problems = refuseReplace(placeOf(draft, id), operation);
  if (problems.length > 0) return refuse(draft, ...problems);
  draft.items = draft.items.filter((item) => item.id !== id);
  draft.provenance = Object.fromEntries(Object.entries(draft.provenance).filter(([item]) => item !== id));
}

function placeOf(draft: Draft, id: string): Place {
  const attributes = id === "" ? draft.own : (draft.items.find((item) => item.id === id)?.attributes ?? {});
  return { rules: draft.rules, content: draft.content, id, attributes };
}

function replaceItem(draft: Draft, id: string, attributes: JsonObject): void {
  draft.items = draft.items.map((item) => (item.id === id ? { id, attributes } : item));
}

function stamp(draft: Draft, id: string, attribute: string, origin: Origin): void {
  draft.provenance[id] = { ...draft.provenance[id], [attribute]: origin };
}

function refuse(draft: Draft, ...problems: readonly Problem[]): void {
  draft.problems.push(...problems);
}

function missing(operation: Operation, zh = "没有这一项", en = "there is no such item"): Problem {
  return operationProblem("OVERLAY_TARGET_MISSING", operation, zh, en);
}
