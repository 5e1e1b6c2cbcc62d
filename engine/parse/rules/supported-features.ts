/** Features of supported elements that the first storey does not execute: loops, compensation, data flow, resources … */
import { childOf, childrenOf } from "../element.ts";
import type { Element } from "../element.ts";
import { notSupported } from "../problems.ts";
import type { Rule } from "./rule.ts";

interface Feature {
  readonly zh: string;
  readonly en: string;
  readonly isUsed: (element: Element) => boolean;
}

const FEATURES: readonly Feature[] = [
  {
    zh: "数据输入输出",
    en: "data inputs and outputs",
    isUsed: (element) =>
      childOf(element, "ioSpecification") !== undefined ||
      ["dataInputAssociations", "dataOutputAssociations", "dataInputs", "dataOutputs", "dataOutputAssociation"].some(
        (name) => childrenOf(element, name).length > 0,
      ),
  },
  {
    zh: "数据属性",
    en: "data properties",
    isUsed: (element) => childrenOf(element, "properties").length > 0,
  },
];

export const supportedFeatures: Rule = (element) =>
  FEATURES.filter(({ isUsed }) => isUsed(element)).map((feature) => notSupported(element, feature));
