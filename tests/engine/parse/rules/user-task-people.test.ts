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

const inLane = (name: string): string =>
  documentOf(
    processOf(
      "p",
      `<bpmn:laneSet id="set"><bpmn:lane id="l" name='${name}'><bpmn:flowNodeRef>x</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>`,
      start(),
      node("userTask", "x"),
      flows("start > x"),
    ),
  );

rule("user-task-people", {
  fine: {
    candidates: task(`candidateGroups="team"`),
    "an assignee by FEEL": task(`assignee="=owner.id"`),
    "a lane": inLane("网格员"),
    "a lane by FEEL": inLane(`=unit + "/worker"`),
  },
  told: {
    nobody: [
      documentOf(processOf("p", start(), node("userTask", "x"), flows("start > x"))),
      "BPMN_TASK_WITHOUT_PEOPLE",
      "x",
    ],
  },
  refused: {
    "a lane with faulty FEEL": [inLane("=unit +"), "BPMN_FEEL_INVALID", "x"],
    "empty texts": [task(`assignee="" candidateGroups=" , " candidateUsers="="`), "BPMN_TASK_WITHOUT_PEOPLE", "x"],
  },
});
