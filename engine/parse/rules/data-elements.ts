/** Data objects and stores are for reading: the engine's data are variables and mappings. */
import { childrenOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { warningAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const DATA = ["bpmn:DataObjectReference", "bpmn:DataStoreReference"];

export const dataElements: Rule = (element) => {
  if (!isA(element, "bpmn:Process") && !isA(element, "bpmn:SubProcess")) return FINE;
  return childrenOf(element, "flowElements").filter(isData).map(told);
};

const isData = (element: Element): boolean => DATA.some((type) => isA(element, type));
const told = (element: Element): ReturnType<typeof warningAt> =>
  warningAt(element, "BPMN_ONLY_DRAWN", "只作图示，不执行", "is only drawn, not executed");
