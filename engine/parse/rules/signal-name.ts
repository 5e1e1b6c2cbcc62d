/** Who throws or waits for a signal names it. */
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, isA, textOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const signalName: Rule = (element) => {
  const definition = definitionsOf(element).find((other) => isA(other, "bpmn:SignalEventDefinition"));
  if (definition === undefined) return FINE;
  if ((textOf(childOf(definition, "signalRef"), "name") ?? "").trim() !== "") return FINE;
  return [
    problemAt(
      element,
      "BPMN_SIGNAL_WITHOUT_NAME",
      "没有指定信号或信号没有名称",
      "names no signal, or one without a name",
    ),
  ];
};
