/** Words of codes: a street may rename what it sees and add codes of its own. */
import type { KindRules } from "./kind.ts";
import { listKind } from "./kind.ts";
import { checkIds, checkTitle, objectsOf } from "../shape.ts";

export const vocabularyKind: KindRules = listKind("codes", "code", {
  document: "additive",
  item: "overrides",
  attributes: { title: "overrides" },
  narrowing: {},
  check: (content, fault) => [
    ...checkTitle(content["title"], "/title", fault),
    ...checkIds(
      objectsOf(content["codes"]).map((code) => code["code"] ?? null),
      "/codes",
      fault,
    ),
    ...objectsOf(content["codes"]).flatMap((code, at) => checkTitle(code["title"], `/codes/${at}/title`, fault)),
  ],
});
