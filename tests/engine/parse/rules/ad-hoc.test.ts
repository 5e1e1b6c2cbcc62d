import { documentOf, end, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const adHoc = (...content: readonly string[]): string =>
  documentOf(processOf("p", start(), node("adHocSubProcess", "pick", {}, ...content), flows("start > pick")));

rule("ad-hoc", {
  fine: {},
  refused: {
    "a start event inside": [adHoc(start("s"), userTask("a"), flows("s > a")), "BPMN_AD_HOC_EVENT", "s"],
    "an end event inside": [adHoc(userTask("a"), end("e"), flows("a > e")), "BPMN_AD_HOC_EVENT", "e"],
    "nothing to be done": [adHoc(), "BPMN_AD_HOC_EMPTY", "pick"],
  },
});
