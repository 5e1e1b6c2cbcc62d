import { documentOf, extensions, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const call = (slot: string): string =>
  documentOf(
    processOf(
      "p",
      start(),
      node("callActivity", "x", {}, extensions(`<zeebe:calledElement processId="other" />`, `<gl:slot ${slot} />`)),
      flows("start > x"),
    ),
  );

rule("gl-slot", {
  fine: { "an id and variables": call(`id="escalation" in="place owner" out="level"`) },
  refused: {
    "no id": [call(`in="a" out="b"`), "GL_SLOT_WITHOUT_ID", "x"],
    "a variable that is none": [call(`id="a" in="a-b" out="b"`), "GL_SLOT_VARIABLE", "x"],
    "a hostile variable": [call(`id="a" in="a" out="__proto__"`), "GL_SLOT_VARIABLE", "x"],
  },
});
