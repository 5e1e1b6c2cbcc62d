/**
 * A street's wishes on its settings page → the operations of its next differential. Nothing is lost on the way: what is
 * not touched stays, and going back to the level above leaves no trace of what was set (set → return is the identity).
 */
import type { Json } from "../model/json.ts";
import type { Operation, OperationBody } from "../model/pack.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { Day } from "../model/time.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { SettingChange, SettingGround, Signature } from "./setting-change.ts";
import { checkSettingChange, settingProblem } from "./check-setting.ts";
import { parameterOn, settingItems, withoutValues, isAt, fromOf } from "./setting-items.ts";
import type { SettingItem, SettingPlace } from "./setting-items.ts";

export interface ChangedSettings {
  readonly operations: readonly Operation[];
  /** Index of the change by the id of its operation, so that a refusal can be told at the field. */
  readonly changeOf: Readonly<Record<string, number>>;
}

/** Problems: `SETTING_…`, each with the path `/changes/<n>/…` of what is wrong in it. */
export function changeSettings(
  ground: SettingGround,
  changes: readonly SettingChange[],
  signature: Signature,
): Result<ChangedSettings> {
  const problems = [
    ...checkTwice(changes),
    ...changes.flatMap((change, at) => checkOne(ground, change, signature, at)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  let operations = ground.operations;
  const changeOf: Record<string, number> = {};
  for (const [at, change] of changes.entries()) {
    const id = freeId(operations, ground.operations);
    operations = applied({ ...ground, operations }, change, { ...signature, id });
    changeOf[id] = at;
  }
  return { ok: true, value: { operations, changeOf } };
}

type Signed = Signature & { readonly id: string };

function checkTwice(changes: readonly SettingChange[]): readonly Problem[] {
  const places = changes.map((change) =>
    JSON.stringify([placeKey(change), change.action === "set" ? change.attribute : ""]),
  );
  return places.flatMap((place, at) =>
    places.indexOf(place) < at
      ? [settingProblem("SETTING_TWICE", `/changes/${at}`, "同一项修改了两次", "the same thing is changed twice")]
      : [],
  );
}

function placeKey({ kind, definition, item }: SettingPlace): string {
  return `${kind}/${definition}/${item}`;
}

function checkOne(ground: SettingGround, change: SettingChange, signature: Signature, at: number): readonly Problem[] {
  return checkSettingChange(ground, itemAt(ground, change), change, signature, `/changes/${at}`);
}

function itemAt({ inForce, above, operations }: SettingGround, place: SettingPlace): SettingItem | undefined {
  if (place.kind === "process" || place.kind === "decision") return undefined;
  const items = settingItems(inForce, above, operations, place.kind, place.definition);
  return items.find((each) => each.place.item === place.item);
}

/** An id that no operation has or had, so that two versions of the settings never call different things the same. */
function freeId(now: readonly Operation[], before: readonly Operation[]): string {
  const taken = new Set([...now, ...before].map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`setting${number}`)) number += 1;
  return `setting${number}`;
}

function applied(ground: SettingGround, change: SettingChange, signed: Signed): readonly Operation[] {
  const { operations } = ground;
  if (change.kind === "parameter" && change.action === "return") return returned(operations, change, signed);
  if (change.action === "return") return operations.filter((operation) => !isAt(operation, change));
  if (change.action === "add") return [...operations, sign(change, null, { op: "add", value: change.value }, signed)];
  const item = itemAt(ground, change);
  if (item === undefined) return operations;
  return change.kind === "parameter"
    ? setParameter(operations, item, change, signed)
    : setAttribute(operations, item, change, signed);
}

function sign(place: SettingPlace, was: Json, body: OperationBody, { id, by, at, why }: Signed): Operation {
  const { kind, definition, item } = place;
  const target = item === "" ? { kind, definition } : { kind, definition, item };
  return { id, target, was, by, at, why, ...body };
}

type Setting = SettingPlace & { readonly attribute: string; readonly value: Json };

/** What the street said of later days goes: the newest word about the future counts. */
function setParameter(
  operations: readonly Operation[],
  item: SettingItem,
  change: Setting,
  signed: Signed,
): readonly Operation[] {
  const { above } = parameterOn({ ...item, inForce: item.base ?? withoutValues(item.inForce) }, signed.from);
  const rest = operations.filter((operation) => !isValueFrom(operation, change, signed.from));
  const isAbove = canonicalJson(above) === canonicalJson(change.value);
  if (isAbove) return returned(operations, change, signed);
  const body = { op: "set", attribute: "value", value: change.value, from: signed.from } as const;
  return [...rest, sign(change, above, body, signed)];
}

function isValueFrom(operation: Operation, place: SettingPlace, from: Day): boolean {
  return operation.op === "set" && isAt(operation, place) && fromOf(operation) >= from;
}

/** At once: nothing is left of what the street set. From a later day: until then its value holds. */
function returned(operations: readonly Operation[], place: SettingPlace, signed: Signed): readonly Operation[] {
  const isMine = (operation: Operation) => operation.op === "set" && isAt(operation, place);
  if (signed.from <= signed.at) return operations.filter((operation) => !isMine(operation));
  return operations
    .filter((operation) => !isValueFrom(operation, place, signed.from))
    .map((operation) => (isMine(operation) ? endedAt(operation, signed.from) : operation));
}

function endedAt(operation: Operation, day: Day): Operation {
  if (operation.op !== "set" || (operation.until !== undefined && operation.until <= day)) return operation;
  return { ...operation, until: day };
}

/** Of an item of one's own the very addition changes; of the base's an attribute is set, or set back. */
function setAttribute(
  operations: readonly Operation[],
  item: SettingItem,
  change: Setting,
  signed: Signed,
): readonly Operation[] {
  const { attribute, value } = change;
  const add = operations.find((operation) => operation.op === "add" && isAt(operation, change));
  if (add?.op === "add") {
    const changed = {
      ...sign(change, null, { op: "add", value: { ...add.value, [attribute]: value } }, signed),
      ...place(add.after),
    };
    return operations.map((operation) => (operation === add ? changed : operation));
  }
  const was = item.base?.[attribute] ?? null;
  const rest = operations.filter(
    (operation) => !(operation.op === "set" && operation.attribute === attribute && isAt(operation, change)),
  );
  if (canonicalJson(was) === canonicalJson(value)) return rest;
  return [...rest, sign(change, was, { op: "set", attribute, value }, signed)];
}

function place(after: string | undefined): { readonly after?: string } {
  return after === undefined ? {} : { after };
}
