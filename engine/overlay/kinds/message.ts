/** Texts of notices, in the words of each street. */
import type { KindRules } from "./kind.ts";
import { plainKind } from "./kind.ts";
import { checkTitle } from "../shape.ts";

export const messageKind: KindRules = plainKind({
  document: "overrides",
  item: "frozen",
  attributes: {},
  narrowing: {},
  check: (content, fault) => [
    ...checkTitle(content["title"], "/title", fault),
    ...checkTitle(content["body"], "/body", fault),
  ],
});
