/** A business rule task names its decision, by zeebe's element or its implementation, and the variable for the answer. */
import { businessRule } from "../build/business-rule.ts";
import { isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

export const decisionCalled: Rule = (element) => {
  if (!isA(element, "bpmn:BusinessRuleTask")) return FINE;
  const { decision, result } = businessRule(element);
  if (decision.replace(/^=/, "").trim() === "") {
    return [problemAt(element, "BPMN_RULE_WITHOUT_DECISION", "没有指定决策表", "does not say which decision it asks")];
  }
  if (NAME.test(result)) return FINE;
  return [problemAt(element, "BPMN_RULE_WITHOUT_RESULT", "没有有效的结果变量", "has no valid variable for the result")];
};
