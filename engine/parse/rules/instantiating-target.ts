/** Behind a gateway that begins the process stands what can come from outside, before there is an instance (BPMN 2.0 §13.2). */
import { isParallelGateway } from "../build/flow-node.ts";
import { definitionsOf } from "../build/event-definition.ts";
import { isInstantiating } from "../build/starts.ts";
import { childOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const instantiatingTarget: Rule = (element, model) => {
  if (!isA(element, "bpmn:EventBasedGateway") || !isInstantiating(element)) return FINE;
  const targets = model.outgoing(element).flatMap((flow) => childOf(flow, "targetRef") ?? []);
  return targets.filter((target) => cannotCome(element, target)).map(wrong);
};

/** A condition has no variables yet; a duration beside others would begin to run with the instance only. */
function cannotCome(gateway: Element, target: Element): boolean {
  return definitionsOf(target).some(
    (definition) =>
      isA(definition, "bpmn:ConditionalEventDefinition") ||
      (isParallelGateway(gateway) && isA(definition, "bpmn:TimerEventDefinition")),
  );
}

const wrong = (target: Element): ReturnType<typeof problemAt> =>
  problemAt(
    target,
    "BPMN_INSTANTIATE_TARGET",
    "不能启动流程：此处只能等待外部发来的消息或信号",
    "cannot begin the process: here only messages and signals from outside can be waited for",
  );
