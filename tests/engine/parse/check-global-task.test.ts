import { documentOf, end, flows, processOf, start } from "../../support/bpmn-builder.ts";
import { rule } from "../../support/bpmn-rules.ts";

const beside = (root: string): string => documentOf(root + processOf("p", start(), end(), flows("start > end")));
const script = (body: string, attributes = ""): string =>
  beside(`<bpmn:globalScriptTask id="g" ${attributes}>${body}</bpmn:globalScriptTask>`);

rule("global-task", {
  fine: {
    "tasks for people, by hand and by nobody": beside(
      `<bpmn:globalUserTask id="a" /><bpmn:globalManualTask id="b" /><bpmn:globalTask id="c" />`,
    ),
    "a FEEL script": script("<bpmn:script>{ a: 1 }</bpmn:script>", `scriptLanguage="FEEL"`),
    "a decision": beside(`<bpmn:globalBusinessRuleTask id="g" implementation="priority" />`),
  },
  refused: {
    "no id": [beside(`<bpmn:globalUserTask id="__proto__" />`), "BPMN_ID_INVALID", "__proto__"],
    "no script": [script(""), "BPMN_SCRIPT_EMPTY", "g"],
    "a script that does not compile": [script("<bpmn:script>1 +</bpmn:script>"), "BPMN_FEEL_INVALID", "g"],
    "another language": [
      script("<bpmn:script>1</bpmn:script>", `scriptLanguage="text/javascript"`),
      "BPMN_EXPRESSION_LANGUAGE",
      "g",
    ],
    "no decision": [beside(`<bpmn:globalBusinessRuleTask id="g" />`), "BPMN_RULE_WITHOUT_DECISION", "g"],
    "no name for the answer": [
      beside(`<bpmn:globalBusinessRuleTask id="g" implementation="a-b" />`),
      "BPMN_RULE_WITHOUT_RESULT",
      "g",
    ],
    "a role that names nobody": [
      beside(`<bpmn:globalUserTask id="g"><bpmn:potentialOwner /></bpmn:globalUserTask>`),
      "BPMN_ROLE_WITHOUT_PEOPLE",
      "g",
    ],
  },
});
