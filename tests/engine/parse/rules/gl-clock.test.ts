import { documentOf, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const task = (...inner: string[]): string =>
  documentOf(processOf("p", start(), userTask("x", {}, ...inner), flows("start > x")));

rule("gl-clock", {
  fine: { "a limit and a ladder": task(`<gl:clock limit="=matter.limit" />`, `<gl:ladder key="disposal" />`) },
  refused: {
    "no limit": [task(`<gl:clock />`), "GL_CLOCK_WITHOUT_LIMIT", "x"],
    "a limit in words": [task(`<gl:clock limit="4 hours" />`), "GL_CLOCK_WITHOUT_LIMIT", "x"],
    "a ladder without a clock": [task(`<gl:ladder key="disposal" />`), "GL_LADDER_WITHOUT_CLOCK", "x"],
    "a ladder without a key": [task(`<gl:clock limit="=a" />`, `<gl:ladder />`), "GL_LADDER_WITHOUT_KEY", "x"],
  },
});
