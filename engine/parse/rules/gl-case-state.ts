/** `gl:caseState` is a key of the vocabulary. */
import { textOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const glCaseState: Rule = (element) => {
  const state = textOf(element, "caseState");
  if (state === undefined || /^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$/.test(state)) return FINE;
  return [
    problemAt(
      element,
      "GL_CASE_STATE_INVALID",
      `的案件状态“${state}”不是有效的键`,
      `has the case state "${state}", which is no key`,
    ),
  ];
};
