import { documentOf, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const link = `<bpmn:linkEventDefinition name="A" />`;
const thrown = node("intermediateThrowEvent", "x", {}, link);
const caught = node("intermediateCatchEvent", "y", {}, link);

rule("way-on", {
  fine: {
    "a start and a caught link that lead somewhere": documentOf(
      processOf("p", start(), thrown, caught, userTask("a"), flows("start > x", "y > a")),
    ),
  },
  refused: {
    "a start that leads nowhere": [documentOf(processOf("p", start())), "BPMN_NO_WAY_ON", "start"],
    "an event on the way that leads nowhere": [
      documentOf(processOf("p", start(), node("intermediateThrowEvent", "x"), flows("start > x"))),
      "BPMN_NO_WAY_ON",
      "x",
    ],
    "a caught link that leads nowhere": [
      documentOf(processOf("p", start(), thrown, caught, flows("start > x"))),
      "BPMN_NO_WAY_ON",
      "y",
    ],
  },
});
