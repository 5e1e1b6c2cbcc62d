/** Links go in pairs within one scope: many may throw, one catches; they replace flows, so none stands beside them (§10.5.5). */
import { linkName } from "../build/event-definition.ts";
import { isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import type { ProcessModel } from "../process-model.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const linkEvents: Rule = (element, model) => {
  const name = linkName(element);
  if (name === undefined) return FINE;
  if (name === "") return [problemAt(element, "BPMN_LINK_WITHOUT_NAME", "的链接没有名称", "has a link without a name")];
  if (isA(element, "bpmn:IntermediateThrowEvent")) return checkThrow(element, model);
  return isA(element, "bpmn:IntermediateCatchEvent") ? checkCatch(element, model) : FINE;
};

function checkThrow(element: Element, model: ProcessModel): ReturnType<Rule> {
  if (model.outgoing(element).length > 0) {
    return [
      problemAt(
        element,
        "BPMN_LINK_FLOW",
        "抛出链接，不能再有流出",
        "throws a link, which is its way on: no flow may leave it",
      ),
    ];
  }
  const targets = model.linkTargets(element);
  if (targets.length === 1) return FINE;
  return targets.length === 0
    ? [
        problemAt(
          element,
          "BPMN_LINK_ALONE",
          "的链接在同一范围内没有捕获事件",
          "throws a link that nothing in its scope catches",
        ),
      ]
    : [
        problemAt(
          element,
          "BPMN_LINK_AMBIGUOUS",
          "的链接有多个捕获事件",
          "throws a link that several events of its scope catch",
        ),
      ];
}

function checkCatch(element: Element, model: ProcessModel): ReturnType<Rule> {
  if (model.incoming(element).length > 0) {
    return [
      problemAt(
        element,
        "BPMN_LINK_FLOW",
        "捕获链接，不能再有流入",
        "catches a link, which is its way in: no flow may lead to it",
      ),
    ];
  }
  if (model.linkSources(element).length > 0) return FINE;
  return [
    problemAt(
      element,
      "BPMN_LINK_ALONE",
      "的链接在同一范围内没有抛出事件",
      "catches a link that nothing in its scope throws",
    ),
  ];
}
