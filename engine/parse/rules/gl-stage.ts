/** `gl:stage` is one of the seven stages by which indicators count. */
import { textOf } from "../element.ts";
import { STAGES } from "../gl-moddle.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const glStage: Rule = (element) => {
  const stage = textOf(element, "stage");
  const known: readonly string[] = STAGES;
  if (stage === undefined || known.includes(stage)) return FINE;
  return [
    problemAt(
      element,
      "GL_STAGE_UNKNOWN",
      `的阶段“${stage}”未知`,
      `has the unknown stage "${stage}"; expected one of ${STAGES.join(", ")}`,
    ),
  ];
};
