import { documentOf, extensions, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string =>
  documentOf(processOf("p", start(), ...content, flows("start > x")));
const script = (text: string): string => `<bpmn:script>${text}</bpmn:script>`;
const zeebe = (attributes: string): string => extensions(`<zeebe:script ${attributes} />`);

rule("script-task", {
  fine: {
    "FEEL by name": around(node("scriptTask", "x", { scriptFormat: "feel" }, script("1 + 1"))),
    "FEEL by its address": around(
      node("scriptTask", "x", { scriptFormat: "https://www.omg.org/spec/DMN/20191111/FEEL/" }, script("1")),
    ),
    "zeebe's": around(node("scriptTask", "x", {}, zeebe(`expression="=1" resultVariable="a"`))),
  },
  refused: {
    "no script": [around(node("scriptTask", "x")), "BPMN_SCRIPT_EMPTY", "x"],
    "another language": [
      around(node("scriptTask", "x", { scriptFormat: "javascript" }, script("1"))),
      "BPMN_EXPRESSION_LANGUAGE",
      "x",
    ],
    "no FEEL": [around(node("scriptTask", "x", {}, script("while (true) {}"))), "BPMN_FEEL_INVALID", "x"],
    "two scripts": [
      around(node("scriptTask", "x", {}, zeebe(`expression="=1" resultVariable="a"`), script("1"))),
      "BPMN_SCRIPT_TWICE",
      "x",
    ],
    "a result without a name": [
      around(node("scriptTask", "x", {}, zeebe(`expression="=1"`))),
      "BPMN_SCRIPT_RESULT",
      "x",
    ],
  },
});
