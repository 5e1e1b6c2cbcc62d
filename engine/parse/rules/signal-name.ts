/** Who throws or waits for a signal names it. */
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const signalName: Rule = (element) => {
  const definitions = definitionsOf(element).filter((other) => isA(other, "bpmn:SignalEventDefinition"));
  const isNamed = (definition: Element): boolean =>
    (textOf(childOf(definition, "signalRef"), "name") ?? "").trim() !== "";
  if (definitions.every(isNamed)) return FINE;
  return [
    problemAt(
      element,
      "BPMN_SIGNAL_WITHOUT_NAME",
      "没有指定信号或信号没有名称",
      "names no signal, or one without a name",
    ),
  ];
};
