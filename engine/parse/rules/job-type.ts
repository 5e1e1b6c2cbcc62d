/** A service task says what kind of worker does it. */
import { extensionOf, isA, textOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const jobType: Rule = (element) => {
  const definition = extensionOf(element, "zeebe:TaskDefinition");
  if (!isA(element, "bpmn:ServiceTask") && definition === undefined) return FINE;
  if ((textOf(definition, "type") ?? "").replace(/^=/, "").trim() === "") {
    return [
      problemAt(
        element,
        "BPMN_JOB_WITHOUT_TYPE",
        "没有作业类型（zeebe:taskDefinition type）",
        "has no job type (zeebe:taskDefinition)",
      ),
    ];
  }
  const retries = textOf(definition, "retries");
  if (retries === undefined || /^\s*(=|\d{1,3}\s*$)/.test(retries)) return FINE;
  return [
    problemAt(
      element,
      "BPMN_JOB_RETRIES",
      `的重试次数“${retries}”无效`,
      `has "${retries}" retries, which is no number`,
    ),
  ];
};
