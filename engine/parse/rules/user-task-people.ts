/** A user task says who may do it. */
import { extensionOf, isA, textOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const userTaskPeople: Rule = (element) => {
  if (!isA(element, "bpmn:UserTask")) return FINE;
  const assignment = extensionOf(element, "zeebe:AssignmentDefinition");
  const people = ["assignee", "candidateGroups", "candidateUsers"].map(
    (name) => textOf(assignment, name)?.trim() ?? "",
  );
  if (people.some((text) => text.replace(/^=|,/g, "").trim() !== "")) return FINE;
  return [
    problemAt(
      element,
      "BPMN_TASK_WITHOUT_PEOPLE",
      "没有办理人，也没有候选人",
      "names neither an assignee nor candidates",
    ),
  ];
};
