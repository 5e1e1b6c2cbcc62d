import { documentOf, extensions, flows, node, processOf, serviceTask, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("job-type", {
  fine: {
    "a type": around(serviceTask("x", "mail"), flows("start > x")),
    "by FEEL": around(serviceTask("x", "=kind"), flows("start > x")),
  },
  refused: {
    "no definition": [around(node("serviceTask", "x"), flows("start > x")), "BPMN_JOB_WITHOUT_TYPE", "x"],
    "an empty type": [around(serviceTask("x", " "), flows("start > x")), "BPMN_JOB_WITHOUT_TYPE", "x"],
    "tries that are no number": [
      around(
        node("serviceTask", "x", {}, extensions(`<zeebe:taskDefinition type="a" retries="many" />`)),
        flows("start > x"),
      ),
      "BPMN_JOB_RETRIES",
      "x",
    ],
  },
});
