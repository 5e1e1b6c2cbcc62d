/** A call activity says which process it calls, in one place only. */
import { calledProcess } from "../build/flow-node.ts";
import { extensionOf, isA, ownTextOf, textOf } from "../element.ts";
import { notSupported, problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const callActivityTarget: Rule = (element) => {
  if (!isA(element, "bpmn:CallActivity")) return FINE;
  const called = extensionOf(element, "zeebe:CalledElement");
  if (ownTextOf(called, "processIdExpression") !== undefined || ownTextOf(called, "businessId") !== undefined) {
    return [
      notSupported(element, { zh: "processIdExpression 或 businessId", en: "processIdExpression or businessId" }),
    ];
  }
  if ((calledProcess(element) ?? "").trim() === "") {
    return [
      problemAt(element, "BPMN_CALL_WITHOUT_TARGET", "没有指定被调用的流程", "does not say which process it calls"),
    ];
  }
  const [own, zeebes] = [textOf(element, "calledElement"), textOf(called, "processId")];
  if (own === undefined || zeebes === undefined || own === zeebes) return FINE;
  return [problemAt(element, "BPMN_CALL_AMBIGUOUS", "指定了两个不同的流程", "names two different processes")];
};
