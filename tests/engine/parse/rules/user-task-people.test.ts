import { documentOf, extensions, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const task = (people: string): string =>
  documentOf(
    processOf(
      "p",
      start(),
      node("userTask", "x", {}, extensions(`<zeebe:assignmentDefinition ${people} />`)),
      flows("start > x"),
    ),
  );

rule("user-task-people", {
  fine: { candidates: task(`candidateGroups="team"`), "an assignee by FEEL": task(`assignee="=owner.id"`) },
  told: {
    nobody: [
      documentOf(processOf("p", start(), node("userTask", "x"), flows("start > x"))),
      "BPMN_TASK_WITHOUT_PEOPLE",
      "x",
    ],
  },
  refused: {
    "empty texts": [task(`assignee="" candidateGroups=" , " candidateUsers="="`), "BPMN_TASK_WITHOUT_PEOPLE", "x"],
  },
});
