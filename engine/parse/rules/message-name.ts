/** Who waits for or sends a message names it, and should say by which key the right instance is found. */
import { definitionsOf } from "../build/event-definition.ts";
import { isParallelGateway, sendsByJob } from "../build/flow-node.ts";
import { messageDefinition, messageOf } from "../build/message.ts";
import { eventGatewayBefore, isInstantiating } from "../build/starts.ts";
import { isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt, warningAt } from "../problems.ts";
import type { ProcessModel } from "../process-model.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const messageName: Rule = (element, model) => {
  for (const holder of messageHolders(element)) {
    const found = check(element, holder, model);
    if (found.length > 0) return found;
  }
  return FINE;
};

function check(element: Element, holder: Element, model: ProcessModel): ReturnType<Rule> {
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
  if (startsProcess(element, model)) return FINE;
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
}

/** Its message finds no instance but makes one. The others of a parallel gateway have to find it (BPMN 2.0 §13.2). */
function startsProcess(element: Element, model: ProcessModel): boolean {
  if (isA(element, "bpmn:StartEvent")) return isA(element.$parent, "bpmn:Process");
  if (isInstantiating(element)) return true;
  const gateway = eventGatewayBefore(element, model);
  return gateway !== undefined && isInstantiating(gateway) && !isParallelGateway(gateway);
}

/** A send task with a job describes its sending itself. */
function messageHolders(element: Element): readonly Element[] {
  if (isA(element, "bpmn:ReceiveTask")) return [element];
  if (isA(element, "bpmn:SendTask")) return sendsByJob(element) ? [] : [element];
  return definitionsOf(element).filter((definition) => isA(definition, "bpmn:MessageEventDefinition"));
}
