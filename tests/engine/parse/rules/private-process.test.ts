import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const ofType = (type: string): string =>
  documentOf(processOf("p", start(), node("manualTask", "a"), flows("start > a"))).replace(
    "isExecutable",
    `processType="${type}" isExecutable`,
  );

rule("private-process", {
  fine: { private: ofType("Private"), none: ofType("None") },
  told: { public: [ofType("Public"), "BPMN_PUBLIC_PROCESS", "p"] },
});
