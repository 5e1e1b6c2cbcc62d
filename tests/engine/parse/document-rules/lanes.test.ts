import { documentOf, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const lane = (id: string, nodes: readonly string[], ...inner: readonly string[]): string =>
  node("lane", id, {}, ...nodes.map((ref) => `<bpmn:flowNodeRef>${ref}</bpmn:flowNodeRef>`), ...inner);
const laned = (...lanes: readonly string[]): string =>
  documentOf(
    processOf(
      "p",
      node("laneSet", "set", {}, ...lanes),
      start(),
      userTask("a"),
      userTask("b"),
      flows("start > a > b"),
    ) + processOf("q", start("s"), userTask("c"), flows("s > c")),
  );

rule("lanes", {
  fine: {
    "two lanes": laned(lane("l1", ["start", "a"]), lane("l2", ["b"])),
    "lanes in a lane, which lists their nodes, too": laned(
      lane("l1", ["start", "a", "b"], node("childLaneSet", "inner", {}, lane("l3", ["a"]), lane("l4", ["b"]))),
    ),
  },
  refused: {
    "one node in two lanes": [laned(lane("l1", ["start", "a"]), lane("l2", ["a", "b"])), "BPMN_LANE_TWICE", "l2"],
    "one node in two inner lanes": [
      laned(lane("l1", ["a"], node("childLaneSet", "inner", {}, lane("l3", ["a"]), lane("l4", ["a"])))),
      "BPMN_LANE_TWICE",
      "l4",
    ],
    "a node of another process": [laned(lane("l1", ["start", "c"])), "BPMN_LANE_NODE", "l1"],
    "a flow": [laned(lane("l1", ["start_a"])), "BPMN_LANE_NODE", "l1"],
  },
});
