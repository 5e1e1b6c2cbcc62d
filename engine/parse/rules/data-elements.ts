/** Data stores are for reading: they stand for what outlives a case, which is not the engine's (BPMN 2.0 §10.4.1). */
import { childrenOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { warningAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const dataElements: Rule = (element) => {
  if (!isA(element, "bpmn:Process") && !isA(element, "bpmn:SubProcess")) return FINE;
  return childrenOf(element, "flowElements").filter(isData).map(told);
};

const isData = (element: Element): boolean => isA(element, "bpmn:DataStoreReference");
const told = (element: Element): ReturnType<typeof warningAt> =>
  warningAt(element, "BPMN_ONLY_DRAWN", "只作图示，不执行", "is only drawn, not executed");
