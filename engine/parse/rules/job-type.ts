/** A service task says what kind of worker does it. */
import { jobType as typeOf } from "../build/job.ts";
import { extensionOf, isA, textOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const jobType: Rule = (element) => {
  const definition = extensionOf(element, "zeebe:TaskDefinition");
  if (!isA(element, "bpmn:ServiceTask") && definition === undefined) return FINE;
  if ((typeOf(element) ?? "").replace(/^=/, "").trim() === "") {
    return [
      problemAt(
        element,
        "BPMN_JOB_WITHOUT_TYPE",
        "没有说明由什么作业完成（zeebe:taskDefinition type、operationRef 或 implementation）",
        "does not say what kind of worker does it (zeebe:taskDefinition type, operationRef or implementation)",
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
