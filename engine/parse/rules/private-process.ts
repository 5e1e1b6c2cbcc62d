/** Only a private process runs: a public one shows what partners see of it (BPMN 2.0 §10.1, table 10.1). */
import { isA, ownTextOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const privateProcess: Rule = (element) =>
  isA(element, "bpmn:Process") && ownTextOf(element, "processType") === "Public"
    ? [
        problemAt(
          element,
          "BPMN_PUBLIC_PROCESS",
          "是公开流程（processType=Public），不能执行；请改为 Private 或设 isExecutable=false",
          'is public and cannot run: make it Private, or set isExecutable="false"',
        ),
      ]
    : FINE;
