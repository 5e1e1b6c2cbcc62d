/** Out of an exclusive or inclusive gateway that decides, every flow but the default has a condition (BPMN 2.0 §10.6.2, §10.6.3). */
import { childOf, isA } from "../element.ts";
import { problemAt, warningAt } from "../problems.ts";
import { typeName } from "../type-names.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const DECIDING = ["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway"];

export const exclusiveFork: Rule = (element, model) => {
  if (!DECIDING.some((type) => isA(element, type))) return FINE;
  const flows = model.outgoing(element);
  if (flows.length < 2) return FINE;
  const defaultFlow = childOf(element, "default");
  const open = flows.filter((flow) => flow !== defaultFlow && childOf(flow, "conditionExpression") === undefined);
  if (open.length > 0) {
    return open.map((flow) =>
      problemAt(
        flow,
        "BPMN_CONDITION_MISSING",
        `从${typeName(element).zh}流出，应有条件或设为默认`,
        `leads out of an ${typeName(element).en}: it needs a condition or must be the default`,
      ),
    );
  }
  if (defaultFlow !== undefined) return FINE;
  return [
    warningAt(
      element,
      "BPMN_DEFAULT_MISSING",
      "没有默认出线：条件都不成立时将产生异常",
      "has no default flow: when no condition is true, an incident stops the case",
    ),
  ];
};
