/** Who waits for or sends a message names it, and says by which key the right instance is found. */
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, extensionOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const messageName: Rule = (element) => {
  const holder = messageHolder(element);
  if (holder === undefined) return FINE;
  const message = childOf(holder, "messageRef");
  if ((textOf(message, "name") ?? "").trim() === "") {
    return [
      problemAt(
        element,
        "BPMN_MESSAGE_WITHOUT_NAME",
        "没有指定消息或消息没有名称",
        "names no message, or one without a name",
      ),
    ];
  }
  const key = textOf(extensionOf(message, "zeebe:Subscription"), "correlationKey") ?? "";
  if (key.trim() !== "" || startsProcess(element)) return FINE;
  return [
    problemAt(
      element,
      "BPMN_MESSAGE_WITHOUT_KEY",
      "的消息没有关联键（zeebe:subscription correlationKey）",
      "has a message without a correlation key (zeebe:subscription)",
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
    return extensionOf(element, "zeebe:TaskDefinition") === undefined ? element : undefined;
  }
  return definitionsOf(element).find((definition) => isA(definition, "bpmn:MessageEventDefinition"));
}
