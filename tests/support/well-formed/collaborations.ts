/** Well-formed models of BPMN 2.0 §9 (pools and message flows), §10.8 (lanes), §8.3 (artifacts) and §10.4 (data): none may be refused. */
import { documentOf, end, flows, message, messageEvent, node, processOf, start, userTask } from "../bpmn-builder.ts";

const lane = (id: string, nodes: readonly string[], ...inner: readonly string[]): string =>
  node("lane", id, { name: id }, ...nodes.map((ref) => `<bpmn:flowNodeRef>${ref}</bpmn:flowNodeRef>`), ...inner);
const laneSet = (...lanes: readonly string[]): string => node("laneSet", "lanes", {}, ...lanes);
const body = start() + userTask("a") + userTask("b") + end() + flows("start > a > b > end");
const one = (...content: readonly string[]): string => documentOf(processOf("p", ...content, body));
const pool = (id: string, process?: string): string =>
  node("participant", id, { name: id, ...(process === undefined ? {} : { processRef: process }) });
const messageFlow = (id: string, source: string, target: string, ref?: string): string =>
  node("messageFlow", id, { sourceRef: source, targetRef: target, ...(ref === undefined ? {} : { messageRef: ref }) });
const collaboration = (...content: readonly string[]): string => node("collaboration", "c", {}, ...content);
const answering = processOf(
  "q",
  start("hear", messageEvent("m")),
  node("task", "think"),
  end("say", messageEvent("m2")),
  flows("hear > think > say"),
);
const MESSAGES = message("m", "asked", "=id") + message("m2", "answered", "=id");

export const COLLABORATIONS: Readonly<Record<string, string>> = {
  "two pools that talk": documentOf(
    MESSAGES +
      collaboration(
        pool("P", "p"),
        pool("Q", "q"),
        messageFlow("f1", "a", "hear", "m"),
        messageFlow("f2", "say", "b", "m2"),
      ) +
      processOf("p", body) +
      answering,
  ),
  "a closed pool": documentOf(
    collaboration(
      pool("P", "p"),
      pool("resident"),
      messageFlow("f1", "resident", "a"),
      messageFlow("f2", "b", "resident"),
    ) + processOf("p", body),
  ),
  "closed pools that talk": documentOf(
    collaboration(pool("P", "p"), pool("x"), pool("y"), messageFlow("f1", "x", "y")) + processOf("p", body),
  ),
  "a message from a pool to a start without a trigger": documentOf(
    collaboration(pool("P", "p"), pool("resident"), messageFlow("f1", "resident", "start")) + processOf("p", body),
  ),
  "a message to a sub-process": documentOf(
    collaboration(pool("P", "p"), pool("resident"), messageFlow("f1", "resident", "s")) +
      processOf(
        "p",
        start(),
        node("subProcess", "s", {}, start("t"), node("task", "u"), flows("t > u")),
        flows("start > s"),
      ),
  ),
  "a pool of many": documentOf(
    collaboration(
      node("participant", "P", { processRef: "p" }, `<bpmn:participantMultiplicity minimum="1" maximum="5" />`),
    ) + processOf("p", body),
  ),
  "a process that is only drawn": documentOf(
    MESSAGES +
      collaboration(pool("P", "p"), pool("D", "d"), messageFlow("f1", "a", "drawn")) +
      processOf("p", body) +
      `<bpmn:process id="d" isExecutable="false"><bpmn:task id="drawn" /></bpmn:process>`,
  ),
  lanes: one(laneSet(lane("l1", ["start", "a"]), lane("l2", ["b", "end"]))),
  "lanes in lanes": one(
    laneSet(
      lane(
        "l1",
        ["start", "a", "b", "end"],
        node("childLaneSet", "inner", {}, lane("l3", ["start", "a"]), lane("l4", ["b", "end"])),
      ),
    ),
  ),
  "a lane without nodes": one(laneSet(lane("l1", ["start", "a", "b", "end"]), lane("l2", []))),
  "two lane sets": one(
    laneSet(lane("l1", ["start", "a", "b", "end"])),
    node("laneSet", "others", {}, lane("l2", ["start", "a", "b", "end"])),
  ),
};

export const ARTIFACTS: Readonly<Record<string, string>> = {
  "a note": documentOf(
    processOf(
      "p",
      body,
      `<bpmn:textAnnotation id="n"><bpmn:text>按时</bpmn:text></bpmn:textAnnotation><bpmn:association id="as" sourceRef="a" targetRef="n" />`,
    ),
  ),
  "a note on a flow": documentOf(
    processOf(
      "p",
      body,
      `<bpmn:textAnnotation id="n" /><bpmn:association id="as" associationDirection="One" sourceRef="start_a" targetRef="n" />`,
    ),
  ),
  "a group": documentOf(
    `<bpmn:category id="cat"><bpmn:categoryValue id="v" value="受理" /></bpmn:category>` +
      processOf("p", body, `<bpmn:group id="g" categoryValueRef="v" />`),
  ),
  "data objects and stores": documentOf(
    `<bpmn:itemDefinition id="item" /><bpmn:dataStore id="store" name="台账" />` +
      processOf(
        "p",
        body,
        `<bpmn:dataObject id="d" itemSubjectRef="item" /><bpmn:dataObjectReference id="dr" dataObjectRef="d" />`,
        `<bpmn:dataStoreReference id="sr" dataStoreRef="store" />`,
        `<bpmn:association id="as" sourceRef="dr" targetRef="a" />`,
      ),
  ),
};
