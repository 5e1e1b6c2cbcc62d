/** Units, roles and the map: the city's alone; a street does not found units by overlay. */
import type { JsonObject } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";
import { checkIds, checkOneOf, checkTitle, objectsOf } from "../shape.ts";
import type { Fault } from "../shape.ts";
import type { KindRules } from "./kind.ts";
import { plainKind } from "./kind.ts";

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
  const codes = new Set(units.map((unit) => unit["code"]));
  return [
    ...checkIds(
      units.map((unit) => unit["code"] ?? null),
      "/units",
      fault,
    ),
    ...units.flatMap((unit, at) => [
      ...checkTitle(unit["title"], `/units/${at}/title`, fault),
      ...checkOneOf(unit["kind"], UNIT_KINDS, `/units/${at}/kind`, fault),
      ...(unit["parent"] === undefined || codes.has(unit["parent"])
        ? []
        : [fault(`/units/${at}/parent`, "上级单位不存在", "the parent unit is not there")]),
    ]),
  ];
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
