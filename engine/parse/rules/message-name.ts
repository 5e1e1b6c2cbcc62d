/** Who waits for or sends a message names it, and should say by which key the right instance is found. */
import { definitionsOf } from "../build/event-definition.ts";
import { sendsByJob } from "../build/flow-node.ts";
import { messageDefinition, messageOf } from "../build/message.ts";
import { isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt, warningAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const messageName: Rule = (element) => {
  const holder = messageHolder(element);
  if (holder === undefined) return FINE;
  if (messageOf(holder) === undefined) {
    return [
      problemAt(
        element,
        "BPMN_MESSAGE_WITHOUT_NAME",
        "没有指定消息，也没有消息流连到它",
        "names no message, and no message flow leads to or from it",
      ),
    ];
  }
  if (startsProcess(element)) return FINE;
  const { correlationKey } = messageDefinition(holder);
  if (correlationKey !== undefined && correlationKey !== '""') return FINE;
  return [
    warningAt(
      element,
      "BPMN_MESSAGE_WITHOUT_KEY",
      "的消息没有关联键，谁先等待同名消息就送给谁",
      "has a message without a correlation key: whoever waits first for its name gets it",
    ),
  ];
};

/** Its message finds no instance but makes one. */
function startsProcess(element: Element): boolean {
  return isA(element, "bpmn:StartEvent") && isA(element.$parent, "bpmn:Process");
}

/** A send task with a job describes its sending itself. */
function messageHolder(element: Element): Element | undefined {
  if (isA(element, "bpmn:ReceiveTask")) return element;
  if (isA(element, "bpmn:SendTask")) {
    return sendsByJob(element) ? undefined : element;
  }
  return definitionsOf(element).find((definition) => isA(definition, "bpmn:MessageEventDefinition"));
}
