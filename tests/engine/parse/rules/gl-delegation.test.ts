import { documentOf, flows, processOf, start, userTask, node } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const task = (delegation: string): string =>
  documentOf(processOf("p", start(), userTask("x", { "gl:delegation": delegation }), flows("start > x")));

rule("gl-delegation", {
  fine: { "on behalf": task("onBehalf"), "given back": task("returns") },
  refused: {
    "an unknown one": [task("sometimes"), "GL_DELEGATION_UNKNOWN", "x"],
    "of a gateway": [
      documentOf(processOf("p", start(), node("manualTask", "x", { "gl:delegation": "onBehalf" }), flows("start > x"))),
      "GL_DELEGATION_MISPLACED",
      "x",
    ],
  },
});
