import {
  documentOf,
  extensions,
  flows,
  node,
  processOf,
  serviceTask,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("extension-elements", {
  fine: {
    "those of a user task": around(
      userTask(
        "x",
        {},
        `<zeebe:userTask />`,
        `<zeebe:properties><zeebe:property name="a" value="b" /></zeebe:properties>`,
      ),
      flows("start > x"),
    ),
  },
  refused: {
    "a listener": [around(userTask("x", {}, `<zeebe:taskListeners />`), flows("start > x")), "BPMN_NOT_SUPPORTED", "x"],
    "a job priority": [
      around(serviceTask("x", "a", `<zeebe:jobPriorityDefinition priority="1" />`), flows("start > x")),
      "BPMN_NOT_SUPPORTED",
      "x",
    ],
    "a job on a user task": [
      around(userTask("x", {}, `<zeebe:taskDefinition type="a" />`), flows("start > x")),
      "BPMN_EXTENSION_MISPLACED",
      "x",
    ],
    "a clock on what never waits": [
      around(node("task", "x", {}, extensions(`<gl:clock limit="=a" />`)), flows("start > x")),
      "BPMN_EXTENSION_MISPLACED",
      "x",
    ],
    "a slot that is no call": [
      around(userTask("x", {}, `<gl:slot id="a" in="" out="" />`), flows("start > x")),
      "BPMN_EXTENSION_MISPLACED",
      "x",
    ],
    "twice the same": [
      around(userTask("x", {}, `<gl:clock limit="=a" />`, `<gl:clock limit="=b" />`), flows("start > x")),
      "BPMN_EXTENSION_REPEATED",
      "x",
    ],
  },
  told: {
    "another tool's": [
      around(userTask("x", {}, `<other:note text="a" />`), flows("start > x")),
      "BPMN_FOREIGN_KEPT",
      "x",
    ],
  },
});
