import { documentOf, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const task = (form: string): string => documentOf(processOf("p", start(), userTask("x", {}, form), flows("start > x")));

rule("form-binding", {
  fine: {
    "this bundle's": task(`<zeebe:formDefinition formId="signing" bindingType="deployment" />`),
    "said by nothing": task(`<zeebe:formDefinition formId="signing" />`),
  },
  refused: {
    latest: [task(`<zeebe:formDefinition formId="signing" bindingType="latest" />`), "BPMN_BINDING", "x"],
    "a version tag": [
      task(`<zeebe:formDefinition formId="signing" bindingType="versionTag" versionTag="1" />`),
      "BPMN_BINDING",
      "x",
    ],
    "an embedded form": [task(`<zeebe:formDefinition formKey="camunda-forms:bpmn:f" />`), "BPMN_NOT_SUPPORTED", "x"],
    "no form id": [task(`<zeebe:formDefinition formId="" />`), "BPMN_FORM_WITHOUT_ID", "x"],
  },
});
