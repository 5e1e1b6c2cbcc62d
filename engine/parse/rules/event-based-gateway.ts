/** Behind an event-based gateway stand events to wait for, two or more, each with no other way in (BPMN 2.0 §10.6.6). */
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, flagOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import type { ProcessModel } from "../process-model.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const eventBasedGateway: Rule = (element, model) => {
  if (!isA(element, "bpmn:EventBasedGateway")) return FINE;
  const flows = model.outgoing(element);
  if (flows.length < 2) {
    return [
      problemAt(
        element,
        "BPMN_EVENT_GATEWAY_FORK",
        "至少应有两条流出",
        "waits for one of several events: it needs two or more flows out",
      ),
    ];
  }
  const targets = flows.flatMap((flow) => childOf(flow, "targetRef") ?? []);
  return [
    ...flows.flatMap(checkFlow),
    ...targets.flatMap((target) => checkTarget(target, model)),
    ...mixed(element, targets),
  ];
};

function checkFlow(flow: Element): ReturnType<Rule> {
  if (childOf(flow, "conditionExpression") === undefined) return FINE;
  return [
    problemAt(
      flow,
      "BPMN_CONDITION_MISPLACED",
      "从事件网关流出，不能有条件",
      "leads out of an event-based gateway and cannot have a condition",
    ),
  ];
}

const CAUGHT = ["Message", "Timer", "Signal", "Conditional"].map((kind) => `bpmn:${kind}EventDefinition`);

function checkTarget(target: Element, model: ProcessModel): ReturnType<Rule> {
  if (!isA(target, "bpmn:ReceiveTask") && !isAwaited(target)) {
    return [
      problemAt(
        target,
        "BPMN_EVENT_GATEWAY_TARGET",
        "在事件网关之后，应为消息、定时、信号、条件捕获事件或接收任务",
        "follows an event-based gateway: it must be a message, timer, signal or conditional event or a receive task",
      ),
    ];
  }
  if (model.incoming(target).length > 1) {
    return [
      problemAt(
        target,
        "BPMN_EVENT_GATEWAY_WAY_IN",
        "在事件网关之后，不能有其他流入",
        "follows an event-based gateway and can have no other way in",
      ),
    ];
  }
  if (model.boundary(target).length === 0) return FINE;
  return [
    problemAt(
      target,
      "BPMN_EVENT_GATEWAY_BOUNDARY",
      "在事件网关之后，不能有边界事件",
      "follows an event-based gateway and cannot have boundary events",
    ),
  ];
}

function isAwaited(target: Element): boolean {
  const definitions = definitionsOf(target);
  // A multiple event there happens with the first of its parts (§10.6.6).
  const isAll = definitions.length > 1 && flagOf(target, "parallelMultiple") === true;
  if (!isA(target, "bpmn:IntermediateCatchEvent") || definitions.length === 0 || isAll) return false;
  return definitions.every((definition) => CAUGHT.some((type) => isA(definition, type)));
}

/** Messages are received by events or by tasks, not by both. */
function mixed(gateway: Element, targets: readonly Element[]): ReturnType<Rule> {
  const isMessage = (target: Element): boolean =>
    definitionsOf(target).some((definition) => isA(definition, "bpmn:MessageEventDefinition"));
  if (!targets.some((target) => isA(target, "bpmn:ReceiveTask")) || !targets.some(isMessage)) return FINE;
  return [
    problemAt(
      gateway,
      "BPMN_EVENT_GATEWAY_MIXED",
      "之后不能同时有消息事件和接收任务",
      "is followed by message events and receive tasks: only one of the two kinds may be used",
    ),
  ];
}
