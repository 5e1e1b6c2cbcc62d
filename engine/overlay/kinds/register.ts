/** Entity schema of a register and its rows: the city's alone for now, since codes are printed and hang on doors. */
import { checkIds, checkTitle, isObject, objectsOf } from "../shape.ts";
import type { KindRules } from "./kind.ts";
import { plainKind } from "./kind.ts";

export const registerKind: KindRules = plainKind({
  document: "frozen",
  item: "frozen",
  attributes: {},
  narrowing: {},
  check: (content, fault) => [
    ...checkTitle(content["title"], "/title", fault),
    ...(isObject(content["schema"]) ? [] : [fault("/schema", "缺少字段定义", "expected a JSON Schema")]),
    ...checkIds([...new Set(objectsOf(content["rows"]).map((row) => row["grid"] ?? null))], "/rows", fault),
  ],
});
