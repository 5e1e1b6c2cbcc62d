/** A user task says who may do it: itself, by its lane or by its process. */
import { compile } from "../../feel/index.ts";
import { laneOwners } from "../build/lanes.ts";
import { byRoles, rolesOf } from "../build/people.ts";
import { extensionOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt, warningAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const userTaskPeople: Rule = (element) => {
  if (!isA(element, "bpmn:UserTask")) return FINE;
  const assignment = extensionOf(element, "zeebe:AssignmentDefinition");
  const people = ["assignee", "candidateGroups", "candidateUsers"].map((name) => textOf(assignment, name)?.trim());
  if (people.some((text) => (text ?? "").replace(/^=|,/g, "").trim() !== "")) return FINE;
  // An assignment with nothing in it is a slip; to have none is standard BPMN, and the task is open to all.
  if (people.some((text) => text !== undefined)) {
    return [
      problemAt(
        element,
        "BPMN_TASK_WITHOUT_PEOPLE",
        "没有办理人，也没有候选人",
        "names neither an assignee nor candidates",
      ),
    ];
  }
  if (Object.keys(byRoles(element)).length > 0) return rolesOf(element) === undefined ? checkLane(element) : FINE;
  return [
    warningAt(
      element,
      "BPMN_TASK_WITHOUT_PEOPLE",
      "没有办理人，也没有候选人，谁都可以办理",
      "names neither an assignee nor candidates, so anybody may do it",
    ),
  ];
};

/** What a lane is called after `=` is FEEL like everything else. */
function checkLane(element: Element): ReturnType<Rule> {
  return laneOwners(element).flatMap((source) => {
    const compiled = compile(source);
    if (compiled.ok) return FINE;
    return compiled.problems.map(({ zh, en }) =>
      problemAt(
        element,
        "BPMN_FEEL_INVALID",
        `的泳道表达式“${source}”有误：${zh}`,
        `stands in a lane with a faulty expression "${source}": ${en}`,
      ),
    );
  });
}
