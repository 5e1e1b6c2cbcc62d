/** A complex gateway that joins says when it is active (BPMN 2.0 §10.6.5); without a condition the first token activates it. */
import { childOf, conditionOf, isA, textOf } from "../element.ts";
import { problemAt, warningAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const complexGateway: Rule = (element, model) => {
  if (!isA(element, "bpmn:ComplexGateway")) return FINE;
  const activation = childOf(element, "activationCondition");
  if (activation !== undefined && conditionOf(textOf(activation, "body") ?? "") === "")
    return [problemAt(element, "BPMN_ACTIVATION_EMPTY", "的激活条件是空的", "has an empty activation condition")];
  if (activation !== undefined || model.incoming(element).length < 2) return FINE;
  return [
    warningAt(
      element,
      "BPMN_ACTIVATION_MISSING",
      "没有激活条件：第一个到达的分支就会放行",
      "has no activation condition: the first branch to arrive activates it",
    ),
  ];
};
