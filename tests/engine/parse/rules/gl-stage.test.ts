import { documentOf, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const task = (stage: string): string =>
  documentOf(processOf("p", start(), userTask("x", { "gl:stage": stage }), flows("start > x")));

rule("gl-stage", {
  fine: { "a known one": task("verification") },
  refused: { "an unknown one": [task("lunch"), "GL_STAGE_UNKNOWN", "x"] },
});
