import { documentOf, flows, node, processOf, serviceTask, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("gl-references", {
  fine: {
    "tasks and the start": around(
      userTask("a"),
      userTask("x", { "gl:excludeActorOf": "a start" }),
      flows("start > a > x"),
    ),
    "an activity with a clock": around(
      userTask("a", {}, `<gl:clock limit="=l" />`),
      userTask("x", {}, `<gl:extend activity="a" by="=b" />`),
      flows("start > a > x"),
    ),
  },
  refused: {
    "an element that is missing": [
      around(userTask("x", { "gl:excludeActorOf": "nobody" }), flows("start > x")),
      "GL_REFERENCE",
      "x",
    ],
    "a step that no person does": [
      around(serviceTask("s"), userTask("x", { "gl:excludeActorOf": "s" }), flows("start > s > x")),
      "GL_REFERENCE",
      "x",
    ],
    "on what is no user task": [
      around(userTask("a"), node("task", "x", { "gl:excludeActorOf": "a" }), flows("start > a > x")),
      "GL_MISPLACED",
      "x",
    ],
    "extending what has no clock": [
      around(userTask("a"), userTask("x", {}, `<gl:extend activity="a" by="=b" />`), flows("start > a > x")),
      "GL_REFERENCE",
      "x",
    ],
    "extending by nothing": [
      around(
        userTask("a", {}, `<gl:clock limit="=l" />`),
        userTask("x", {}, `<gl:extend activity="a" />`),
        flows("start > a > x"),
      ),
      "GL_EXTEND_EMPTY",
      "x",
    ],
  },
});
