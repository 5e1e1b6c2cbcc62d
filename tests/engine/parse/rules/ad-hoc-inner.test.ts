import {
  documentOf,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const doc = (...inner: readonly string[]): string =>
  documentOf(
    message("M", "answer", "=no") +
      processOf("p", start(), node("adHocSubProcess", "x", {}, ...inner), flows("start > x")),
  );
const catching = node("intermediateCatchEvent", "e", {}, messageEvent("M"));
const completion = (body: string): string =>
  `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${body}</bpmn:completionCondition>`;

rule("ad-hoc-inner", {
  fine: {
    "an event that leads on": doc(userTask("a"), catching, flows("e > a")),
    "a completion condition": doc(userTask("a"), completion("done = true")),
  },
  refused: {
    "an event that leads nowhere": [doc(userTask("a"), catching), "BPMN_AD_HOC_EVENT", "e"],
    "an empty completion condition": [doc(userTask("a"), completion("=")), "BPMN_COMPLETION_EMPTY", "x"],
    "one that does not compile": [doc(userTask("a"), completion("1 +")), "BPMN_FEEL_INVALID", "x"],
  },
});
