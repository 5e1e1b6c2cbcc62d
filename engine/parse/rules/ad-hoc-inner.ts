/** Events in an ad-hoc sub-process lead to something (BPMN 2.0 §13.3.5), and its completion condition says something. */
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, conditionOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import type { ProcessModel } from "../process-model.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const adHocInner: Rule = (element, model) => {
  if (isA(element, "bpmn:IntermediateCatchEvent") && isA(element.$parent, "bpmn:AdHocSubProcess"))
    return leadsOn(element, model) ? FINE : [leadsNowhere(element)];
  const completion = isA(element, "bpmn:AdHocSubProcess") ? childOf(element, "completionCondition") : undefined;
  if (completion === undefined || conditionOf(textOf(completion, "body") ?? "") !== "") return FINE;
  return [problemAt(element, "BPMN_COMPLETION_EMPTY", "的完成条件是空的", "has an empty completion condition")];
};

/** What catches a link is told by the rule of links. */
function leadsOn(event: Element, model: ProcessModel): boolean {
  const isLink = definitionsOf(event).some((definition) => isA(definition, "bpmn:LinkEventDefinition"));
  return isLink || model.outgoing(event).length > 0;
}

const leadsNowhere = (event: Element): ReturnType<typeof problemAt> =>
  problemAt(
    event,
    "BPMN_AD_HOC_EVENT",
    "在自由子流程中，没有流出就没有作用",
    "stands in an ad-hoc sub-process without a flow out of it: it would do nothing",
  );
