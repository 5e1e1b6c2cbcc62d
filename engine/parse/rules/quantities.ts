/** Quantities of tokens are whole numbers of at least one (BPMN 2.0 §10.3, table 10.3), and no more than anybody draws. */
import { isA, numberOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** One completion puts that many tokens on a flow at once; the bound keeps a slip of the pen from flooding an instance. */
const MOST = 1000;

export const quantities: Rule = (element) => {
  if (!isA(element, "bpmn:Activity")) return FINE;
  return ["startQuantity", "completionQuantity"].flatMap((name) => {
    const value = numberOf(element, name) ?? 1;
    if (Number.isInteger(value) && value >= 1 && value <= MOST) return FINE;
    return [
      problemAt(
        element,
        "BPMN_QUANTITY",
        `的 ${name} 为 ${value}，应为 1 到 ${MOST} 的整数`,
        `has the ${name} ${value}, which is no whole number from 1 to ${MOST}`,
      ),
    ];
  });
};
