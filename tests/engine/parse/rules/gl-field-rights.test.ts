import { documentOf, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const task = (...fields: readonly string[]): string =>
  documentOf(
    processOf(
      "p",
      start(),
      userTask("x", {}, `<gl:fieldRights>${fields.join("")}</gl:fieldRights>`),
      flows("start > x"),
    ),
  );

rule("gl-field-rights", {
  fine: {
    "three rights": task(
      `<gl:field path="/a" right="hidden" />`,
      `<gl:field path="/b" right="readOnly" />`,
      `<gl:field path="/c" right="editable" />`,
    ),
  },
  refused: {
    "a right that is none": [task(`<gl:field path="/a" right="secret" />`), "GL_FIELD_RIGHT", "x"],
    "a path that is none": [task(`<gl:field path="a" right="hidden" />`), "GL_FIELD_PATH", "x"],
    "a field twice": [
      task(`<gl:field path="/a" right="hidden" />`, `<gl:field path="/a" right="editable" />`),
      "GL_FIELD_PATH",
      "x",
    ],
  },
});
