import { documentOf, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const task = (state: string): string =>
  documentOf(processOf("p", start(), userTask("x", { "gl:caseState": state }), flows("start > x")));

rule("gl-case-state", {
  fine: { "a key": task("accepted"), "a street's key": task("nanyuan__waiting") },
  refused: { "no key": [task("in progress"), "GL_CASE_STATE_INVALID", "x"] },
});
