/**
 * A receive task or event-based gateway that starts a process stands at its beginning: nothing leads to it but a start
 * event (BPMN 2.0 §10.3.3, §10.6.6). Only there may a gateway wait for all of its events.
 */
import { childOf, flagOf, isA, ownTextOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const instantiating: Rule = (element, model) => {
  if (!isA(element, "bpmn:ReceiveTask") && !isA(element, "bpmn:EventBasedGateway")) return FINE;
  if (flagOf(element, "instantiate") !== true)
    return ownTextOf(element, "eventGatewayType") === "Parallel" ? [all(element)] : FINE;
  const isAtBegin = model.incoming(element).every((flow) => isA(childOf(flow, "sourceRef"), "bpmn:StartEvent"));
  if (isAtBegin && isA(element.$parent, "bpmn:Process")) return FINE;
  return [
    problemAt(
      element,
      "BPMN_INSTANTIATE_MISPLACED",
      "启动流程，应位于流程最外层的开端",
      "starts the process: it must stand at its very beginning, in no sub-process",
    ),
  ];
};

const all = (gateway: Parameters<Rule>[0]): ReturnType<typeof problemAt> =>
  problemAt(
    gateway,
    "BPMN_EVENT_GATEWAY_PARALLEL",
    "不启动流程，不能等待全部事件（Parallel）",
    "does not start a process and cannot wait for all of its events (Parallel)",
  );
