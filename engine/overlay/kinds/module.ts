/** The phone's home page: a street switches tiles on and off, renames and adds. */
import type { KindRules } from "./kind.ts";
import { listKind } from "./kind.ts";
import { checkIds, checkTitle, objectsOf } from "../shape.ts";

export const moduleKind: KindRules = listKind("tiles", "key", {
  document: "additive",
  item: "overrides",
  attributes: {},
  narrowing: {},
  check: (content, fault) => [
    ...checkTitle(content["title"], "/title", fault),
    ...checkIds(
      objectsOf(content["tiles"]).map((tile) => tile["key"] ?? null),
      "/tiles",
      fault,
    ),
    ...objectsOf(content["tiles"]).flatMap((tile, at) => checkTitle(tile["title"], `/tiles/${at}/title`, fault)),
  ],
});
