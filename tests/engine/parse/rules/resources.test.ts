import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const MANAGER = `<bpmn:resource id="Manager" name="manager"><bpmn:resourceParameter id="Unit" name="unit" isRequired="true" /></bpmn:resource>
<bpmn:resource id="Clerk"><bpmn:resourceParameter id="Desk" name="desk" /></bpmn:resource>`;
const task = (role: string, type = "userTask"): string =>
  documentOf(MANAGER + processOf("p", start(), node(type, "x", {}, role), flows("start > x")));
const owner = (text: string, language = ""): string =>
  `<bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression${language}>${text}</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>`;
const manager = (binding: string): string =>
  `<bpmn:potentialOwner><bpmn:resourceRef>Manager</bpmn:resourceRef>${binding}</bpmn:potentialOwner>`;
const bound = (parameter: string, text = "unit"): string =>
  `<bpmn:resourceParameterBinding parameterRef="${parameter}"><bpmn:formalExpression>${text}</bpmn:formalExpression></bpmn:resourceParameterBinding>`;

rule("resources", {
  fine: {
    "an expression": task(owner("[a, b]")),
    "an expression said to be FEEL": task(owner("a", ` language="https://www.omg.org/spec/DMN/20191111/FEEL/"`)),
    "a resource with its parameter": task(manager(bound("Unit"))),
    "a resource without parameters": task(
      `<bpmn:humanPerformer><bpmn:resourceRef>Clerk</bpmn:resourceRef></bpmn:humanPerformer>`,
    ),
  },
  told: { "people of an abstract task": [task(owner("a"), "task"), "BPMN_ONLY_DRAWN", "x"] },
  refused: {
    "a role that names nobody": [task(`<bpmn:potentialOwner id="o" />`), "BPMN_ROLE_WITHOUT_PEOPLE", "x"],
    "an empty expression": [task(owner(" = ")), "BPMN_EXPRESSION_EMPTY", "x"],
    "an expression that does not compile": [task(owner("a +")), "BPMN_FEEL_INVALID", "x"],
    "another language": [task(owner("a", ` language="http://www.w3.org/1999/XPath"`)), "BPMN_EXPRESSION_LANGUAGE", "x"],
    "a required parameter left out": [task(manager("")), "BPMN_RESOURCE_PARAMETER", "x"],
    "a parameter of another resource": [task(manager(bound("Unit") + bound("Desk"))), "BPMN_RESOURCE_PARAMETER", "x"],
    "a faulty binding": [task(manager(bound("Unit", "1 +"))), "BPMN_FEEL_INVALID", "x"],
  },
});
