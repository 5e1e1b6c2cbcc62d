/** A send task sends by a job or by a message. */
import { childOf, extensionOf, isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const sendTaskWay: Rule = (element) => {
  if (!isA(element, "bpmn:SendTask") || childOf(element, "messageRef") === undefined) return FINE;
  if (extensionOf(element, "zeebe:TaskDefinition") === undefined) return FINE;
  return [
    problemAt(
      element,
      "BPMN_SEND_TWO_WAYS",
      "既有作业又有消息，只能选一个",
      "has both a job and a message; choose one",
    ),
  ];
};
