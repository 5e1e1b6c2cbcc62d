/** In a process that runs nothing happens between two elements that is not drawn (BPMN 2.0 §8.4.13, `isImmediate`). */
import { flagOf, isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const immediateFlow: Rule = (element) =>
  isA(element, "bpmn:SequenceFlow") && flagOf(element, "isImmediate") === false
    ? [
        problemAt(
          element,
          "BPMN_FLOW_NOT_IMMEDIATE",
          "标明中间还有未画出的环节（isImmediate=false），不能执行",
          'says that something not drawn happens on it (isImmediate="false"), so it cannot run',
        ),
      ]
    : FINE;
