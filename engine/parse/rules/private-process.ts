/**
 * Only a private process runs: a public one shows what partners see of it (BPMN 2.0 §10.1, table 10.1). Told and not
 * refused, because some editors write it into every process that they deploy.
 */
import { isA, ownTextOf } from "../element.ts";
import { warningAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const privateProcess: Rule = (element) =>
  isA(element, "bpmn:Process") && ownTextOf(element, "processType") === "Public"
    ? [
        warningAt(
          element,
          "BPMN_PUBLIC_PROCESS",
          "标为公开流程（processType=Public），公开流程只供展示；这里按可执行流程处理",
          "is said to be public, which only shows what partners see; it is run all the same",
        ),
      ]
    : FINE;
