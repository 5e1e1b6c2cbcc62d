/** A loop says how often it turns, a multi-instance with what and what it gives (BPMN 2.0 §10.3.8). */
import { isEventSubProcess } from "../build/flow-node.ts";
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, childrenOf, conditionOf, extensionOf, isA, isFeel, numberOf, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { notSupported, problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

export const loops: Rule = (element) => {
  const loop = childOf(element, "loopCharacteristics");
  if (loop === undefined) return FINE;
  if (isEventSubProcess(element)) {
    return [
      problemAt(element, "BPMN_LOOP_MISPLACED", "由事件触发，不能循环", "is started by an event and cannot repeat"),
    ];
  }
  return isA(loop, "bpmn:StandardLoopCharacteristics") ? checkStandard(element, loop) : checkMulti(element, loop);
};

function checkStandard(element: Element, loop: Element): ReturnType<Rule> {
  const maximum = numberOf(loop, "loopMaximum");
  if (maximum !== undefined && !(Number.isInteger(maximum) && maximum >= 0)) {
    return [
      problemAt(element, "BPMN_LOOP_MAXIMUM", "的循环上限应为非负整数", "has a loop maximum that is no whole number"),
    ];
  }
  if (maximum !== undefined || hasBody(loop, "loopCondition")) return FINE;
  return [
    problemAt(element, "BPMN_LOOP_ENDLESS", "的循环没有条件也没有上限", "loops without a condition or a maximum"),
  ];
}

function hasBody(loop: Element, name: string): boolean {
  return conditionOf(textOf(childOf(loop, name), "body") ?? "") !== "";
}

function checkMulti(element: Element, loop: Element): ReturnType<Rule> {
  const zeebe = extensionOf(loop, "zeebe:LoopCharacteristics");
  const input = textOf(zeebe, "inputCollection");
  const isGiven = childOf(loop, "loopDataInputRef") !== undefined;
  if (!hasBody(loop, "loopCardinality") && input === undefined && !isGiven) {
    return [
      problemAt(
        element,
        "BPMN_LOOP_WITHOUT_COUNT",
        "的多实例没有次数（loopCardinality）也没有输入集合（loopDataInputRef、inputCollection）",
        "has a multi-instance without a cardinality or an input collection",
      ),
    ];
  }
  if (input !== undefined && !isFeel(input)) {
    return [
      problemAt(element, "BPMN_LOOP_COLLECTION", "的输入集合不是表达式", "has an input collection that is no FEEL"),
    ];
  }
  return [...checkNames(element, zeebe), ...checkCount(element, loop), ...checkBehavior(element, loop)];
}

function checkNames(element: Element, zeebe: Element | undefined): ReturnType<Rule> {
  const [collection, output] = [textOf(zeebe, "outputCollection"), textOf(zeebe, "outputElement")];
  if ((collection === undefined) !== (output === undefined)) {
    return [
      problemAt(
        element,
        "BPMN_LOOP_OUTPUT",
        "的输出集合与输出元素应同时给出",
        "needs both an output collection and an output element",
      ),
    ];
  }
  const names = [textOf(zeebe, "inputElement"), collection].filter((name) => name !== undefined);
  return names
    .filter((name) => !NAME.test(name) || name in {})
    .map((name) =>
      problemAt(element, "BPMN_LOOP_NAME", `的“${name}”不是变量名`, `uses "${name}", which is no variable`),
    );
}

function checkCount(element: Element, loop: Element): ReturnType<Rule> {
  const body = conditionOf(textOf(childOf(loop, "loopCardinality"), "body") ?? "");
  if (!/^-\s*\d/.test(body)) return FINE;
  return [
    problemAt(
      element,
      "BPMN_LOOP_CARDINALITY",
      `的多实例次数“${body}”小于 0`,
      `has ${body} instances, fewer than none`,
    ),
  ];
}

/** Signals, escalations and messages can be thrown by a multi-instance; what would end it cannot: it goes on (§13.3.7). */
function checkBehavior(element: Element, loop: Element): ReturnType<Rule> {
  const complex = childrenOf(loop, "complexBehaviorDefinition").map(
    (each) => definitionsOf(childOf(each, "event") ?? each)[0],
  );
  const events = [childOf(loop, "noneBehaviorEventRef"), childOf(loop, "oneBehaviorEventRef"), ...complex];
  const other = events
    .filter((event) => event !== undefined)
    .filter((event) => !THROWN.some((type) => isA(event, type)));
  return other.map(() =>
    notSupported(element, {
      zh: "多实例行为事件（只支持信号、升级和消息）",
      en: "a multi-instance behavior event other than signal, escalation and message",
    }),
  );
}

const THROWN = ["bpmn:SignalEventDefinition", "bpmn:EscalationEventDefinition", "bpmn:MessageEventDefinition"];
