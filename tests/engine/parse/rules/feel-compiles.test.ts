import {
  documentOf,
  extensions,
  flow,
  flows,
  mappings,
  message,
  node,
  processOf,
  start,
  timer,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("feel-compiles", {
  fine: {
    "headers are texts for others": around(
      node(
        "serviceTask",
        "x",
        {},
        extensions(
          `<zeebe:taskDefinition type="a" /><zeebe:taskHeaders><zeebe:header key="k" value="=1 +" /></zeebe:taskHeaders>`,
        ),
      ),
      flows("start > x"),
    ),
  },
  refused: {
    "a condition": [
      around(node("task", "x"), userTask("a"), userTask("b"), flows("start > x > a"), flow("x", "b", "=n > ")),
      "BPMN_FEEL_INVALID",
      "x_b",
    ],
    "a mapping": [
      around(userTask("x", {}, mappings({ outputs: { a: "=1 +" } })), flows("start > x")),
      "BPMN_FEEL_INVALID",
      "x",
    ],
    people: [
      around(node("userTask", "x", {}, extensions(`<zeebe:assignmentDefinition assignee="=(" />`)), flows("start > x")),
      "BPMN_FEEL_INVALID",
      "x",
    ],
    "a limit": [around(userTask("x", {}, `<gl:clock limit="=if" />`), flows("start > x")), "BPMN_FEEL_INVALID", "x"],
    "a time": [
      around(node("intermediateCatchEvent", "x", {}, timer("timeDuration", "=[1")), flows("start > x")),
      "BPMN_FEEL_INVALID",
      "x",
    ],
    "a correlation key": [
      documentOf(
        message("m", "paid", "=id +") +
          processOf("p", start(), node("receiveTask", "x", { messageRef: "m" }), flows("start > x")),
      ),
      "BPMN_FEEL_INVALID",
      "x",
    ],
  },
});
