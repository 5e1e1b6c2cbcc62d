/** Stories that must hold: whoever inherits a flow inherits what it promised. */
import { checkIds, checkText, checkTitle, objectsOf } from "../shape.ts";
import type { KindRules } from "./kind.ts";
import { plainKind } from "./kind.ts";

export const scenarioKind: KindRules = plainKind({
  document: "frozen",
  item: "frozen",
  attributes: {},
  narrowing: {},
  check: (content, fault) => [
    ...checkTitle(content["title"], "/title", fault),
    ...checkIds([content["process"] ?? null], "/process", fault),
    ...(objectsOf(content["steps"]).length > 0 ? [] : checkText(undefined, "/steps", fault)),
  ],
});
