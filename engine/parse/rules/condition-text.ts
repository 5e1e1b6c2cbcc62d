/** A condition has a text. */
import { childOf, textOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const conditionText: Rule = (element) => {
  const condition = childOf(element, "conditionExpression");
  if (condition === undefined || (textOf(condition, "body") ?? "").trim().replace(/^=/, "").trim() !== "") return FINE;
  return [problemAt(element, "BPMN_CONDITION_EMPTY", "的条件是空的", "has an empty condition")];
};
