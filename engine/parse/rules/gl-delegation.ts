/** `gl:delegation` says what a delegate of a user task does: complete it on behalf of its owner, or give it back. */
import { isA, textOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const DELEGATIONS: readonly string[] = ["onBehalf", "returns"];

export const glDelegation: Rule = (element) => {
  const delegation = textOf(element, "delegation");
  if (delegation === undefined) return FINE;
  if (!isA(element, "bpmn:UserTask")) {
    return [
      problemAt(
        element,
        "GL_DELEGATION_MISPLACED",
        "不是用户任务，不能用 gl:delegation",
        "is no user task and cannot have gl:delegation",
      ),
    ];
  }
  if (DELEGATIONS.includes(delegation)) return FINE;
  return [
    problemAt(
      element,
      "GL_DELEGATION_UNKNOWN",
      `的委托方式“${delegation}”未知`,
      `has the unknown delegation "${delegation}"; expected one of ${DELEGATIONS.join(", ")}`,
    ),
  ];
};
