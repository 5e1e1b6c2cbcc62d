import { documentOf, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));
const throwing = (id: string, name = "A"): string =>
  node("intermediateThrowEvent", id, {}, `<bpmn:linkEventDefinition name="${name}" />`);
const catching = (id: string, name = "A"): string =>
  node("intermediateCatchEvent", id, {}, `<bpmn:linkEventDefinition name="${name}" />`);

rule("link-events", {
  fine: { "a pair": around(throwing("x"), catching("y"), userTask("a"), flows("start > x", "y > a")) },
  refused: {
    "nothing catches it": [around(throwing("x"), flows("start > x")), "BPMN_LINK_ALONE", "x"],
    "nothing throws it": [around(catching("x"), userTask("a"), flows("start > a", "x > a")), "BPMN_LINK_ALONE", "x"],
    "two catch it": [
      around(throwing("x"), catching("y"), catching("z"), userTask("a"), flows("start > x", "y > a", "z > a")),
      "BPMN_LINK_AMBIGUOUS",
      "x",
    ],
    "a way on beside the link": [
      around(throwing("x"), catching("y"), userTask("a"), flows("start > x > a", "y > a")),
      "BPMN_LINK_FLOW",
      "x",
    ],
    "a way in beside the link": [
      around(throwing("x"), catching("y"), userTask("a"), flows("start > x", "start > y > a")),
      "BPMN_LINK_FLOW",
      "y",
    ],
    "no name": [around(throwing("x", ""), flows("start > x")), "BPMN_LINK_WITHOUT_NAME", "x"],
    "caught in another scope": [
      around(
        throwing("x"),
        node("subProcess", "sub", {}, start("s"), catching("y"), userTask("a"), flows("s > a", "y > a")),
        flows("start > x", "start > sub"),
      ),
      "BPMN_LINK_ALONE",
      "x",
    ],
  },
});
