/** Units, roles and the map: one document of the city's pack; a street's units are changed in it, not by an overlay. */
import type { JsonObject } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";
import { checkIds, checkOneOf, checkTitle, objectsOf, textOf } from "../shape.ts";
import type { Fault } from "../shape.ts";
import type { KindRules } from "./kind.ts";
import { plainKind } from "./kind.ts";
import { mayStandBelow, mostLevels } from "./unit-parents.ts";

const UNIT_KINDS = ["city", "district", "street", "community", "grid", "department"];

export const organisationKind: KindRules = plainKind({
  document: "frozen",
  item: "frozen",
  attributes: {},
  narrowing: {},
  check: (content, fault) => [
    ...checkUnits(content, fault),
    ...checkRoles(content, fault),
    ...checkMap(content, fault),
  ],
});

function checkUnits(content: JsonObject, fault: Fault): readonly Problem[] {
  const units = objectsOf(content["units"]);
  const byCode = new Map(units.map((unit) => [textOf(unit["code"]), unit]));
  return [
    ...checkIds(
      units.map((unit) => unit["code"] ?? null),
      "/units",
      fault,
    ),
    ...units.flatMap((unit, at) => [
      ...checkTitle(unit["title"], `/units/${at}/title`, fault),
      ...checkOneOf(unit["kind"], UNIT_KINDS, `/units/${at}/kind`, fault),
      ...checkLead(unit, `/units/${at}`, fault),
      ...checkParent(unit, byCode, `/units/${at}/parent`, fault),
    ]),
  ];
}

/** Where the unit is reached: telephone and address, both optional. */
const checkLead = (unit: JsonObject, pointer: string, fault: Fault): readonly Problem[] =>
  ["phone", "address"]
    .filter((name) => unit[name] !== undefined && textOf(unit[name]).trim() === "")
    .map((name) => fault(`${pointer}/${name}`, "应为文字", "expected text"));

function checkParent(
  unit: JsonObject,
  byCode: ReadonlyMap<string, JsonObject>,
  pointer: string,
  fault: Fault,
): readonly Problem[] {
  if (unit["parent"] === undefined) return [];
  const parent = byCode.get(textOf(unit["parent"]));
  if (parent === undefined) return [fault(pointer, "上级单位不存在", "the parent unit is not there")];
  if (isBelowItself(unit, byCode))
    return [fault(pointer, "上级单位形成了环，或层级过深", "the units above it form a ring, or are too many")];
  const [kind, above] = [textOf(unit["kind"]), textOf(parent["kind"])];
  if (mayStandBelow(kind, above)) return [];
  return [fault(pointer, "此类单位不能设在这个上级之下", `a ${kind} cannot stand below a ${above}`)];
}

function isBelowItself(unit: JsonObject, byCode: ReadonlyMap<string, JsonObject>): boolean {
  let at: JsonObject | undefined = unit;
  for (let level = 0; at !== undefined && level < mostLevels; level += 1) at = byCode.get(textOf(at["parent"]));
  return at !== undefined;
}

function checkRoles(content: JsonObject, fault: Fault): readonly Problem[] {
  const roles = objectsOf(content["roles"]);
  return [
    ...checkIds(
      roles.map((role) => role["key"] ?? null),
      "/roles",
      fault,
    ),
    ...roles.flatMap((role, at) => checkTitle(role["title"], `/roles/${at}/title`, fault)),
  ];
}

function checkMap(content: JsonObject, fault: Fault): readonly Problem[] {
  if (content["type"] === undefined || content["type"] === "FeatureCollection") return [];
  return [fault("/type", "地图应为 GeoJSON 要素集合", "expected a GeoJSON FeatureCollection")];
}
