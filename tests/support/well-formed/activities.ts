/** Well-formed models of BPMN 2.0 §10.3 (activities), §10.7 (compensation) and loops: none may be refused. */
import {
  boundary,
  compensated,
  compensateEvent,
  documentOf,
  end,
  errorEvent,
  eventSubProcess,
  extensions,
  flows,
  mappings,
  message,
  multiInstance,
  node,
  processOf,
  serviceTask,
  standardLoop,
  start,
  userTask,
} from "../bpmn-builder.ts";

const ROOTS = message("m", "news", "=id") + `<bpmn:error id="e" errorCode="broken" />`;
const one = (...content: readonly string[]): string => documentOf(ROOTS + processOf("p", start(), ...content));
const single = (task: string): string => one(task, end(), flows("start > a > end"));
const repeated = (loop: string): string =>
  single(node("userTask", "a", {}, extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`), loop));
const sub = (id: string, ...content: readonly string[]): string =>
  node("subProcess", id, {}, start(`${id}Start`), ...content);
const undo = (id: string): string => node("manualTask", id, { isForCompensation: "true" });

export const TASKS: Readonly<Record<string, string>> = {
  "a task of no kind": single(node("task", "a")),
  "a manual task": single(node("manualTask", "a", { name: "现场查看" })),
  "a user task": single(userTask("a")),
  "a service task": single(serviceTask("a", "notify")),
  "a send task": single(node("sendTask", "a", { messageRef: "m" })),
  "a receive task": single(node("receiveTask", "a", { messageRef: "m" })),
  "a script": single(node("scriptTask", "a", { scriptFormat: "feel" }, "<bpmn:script>{ n: 1 }</bpmn:script>")),
  "a decision": single(
    node("businessRuleTask", "a", {}, extensions(`<zeebe:calledDecision decisionId="level" resultVariable="level" />`)),
  ),
  "a call": single(node("callActivity", "a", { calledElement: "other" })),
  "a call with mappings": single(
    node(
      "callActivity",
      "a",
      {},
      extensions(`<zeebe:calledElement processId="other" />`, mappings({ inputs: { x: "=y" }, outputs: { z: "=w" } })),
    ),
  ),
  "documentation everywhere": documentOf(
    processOf(
      "p",
      "<bpmn:documentation>why</bpmn:documentation>",
      start("start", "<bpmn:documentation>when</bpmn:documentation>"),
      node("task", "a", {}, "<bpmn:documentation>what</bpmn:documentation>"),
      flows("start > a"),
    ),
  ),
};

export const LOOPS: Readonly<Record<string, string>> = {
  "five at once": repeated(multiInstance({}, { cardinality: "5" })),
  "five in turn": repeated(multiInstance({}, { cardinality: "=n" }, `isSequential="true"`)),
  "each of a list, until enough agree": repeated(
    multiInstance(
      { inputCollection: "=people", inputElement: "person", outputCollection: "votes", outputElement: "=vote" },
      { completion: "=count(votes[item = true]) > 2" },
    ),
  ),
  "as long as it must": repeated(standardLoop("=again", `testBefore="true" loopMaximum="5"`)),
  "a number of times": repeated(standardLoop(undefined, `loopMaximum="3"`)),
  "a sub-process for each": one(
    node(
      "subProcess",
      "a",
      {},
      multiInstance({ inputCollection: "=people" }),
      start("s"),
      userTask("t"),
      flows("s > t"),
    ),
    flows("start > a"),
  ),
};

export const SCOPES: Readonly<Record<string, string>> = {
  "a sub-process": one(
    sub("a", userTask("t"), end("over"), flows("aStart > t > over")),
    end(),
    flows("start > a > end"),
  ),
  "sub-processes in sub-processes": one(
    sub("a", sub("b", sub("c", userTask("t"), flows("cStart > t")), flows("bStart > c")), flows("aStart > b")),
    flows("start > a"),
  ),
  "a sub-process with a boundary": one(
    sub("a", userTask("t"), end("thrown", errorEvent("e")), flows("aStart > t > thrown")),
    boundary("b", "a", errorEvent("e")),
    end(),
    flows("start > a > end", "b > end"),
  ),
  "two event sub-processes": one(
    userTask("a"),
    flows("start > a"),
    eventSubProcess("x", errorEvent("e"), true, userTask("t"), flows("xStart > t")),
    eventSubProcess("y", errorEvent(), true, userTask("u"), flows("yStart > u")),
  ),
  "compensation at the boundary": one(
    userTask("a"),
    undo("u"),
    compensated("a", "u"),
    node("intermediateThrowEvent", "back", {}, compensateEvent("a")),
    end(),
    flows("start > a > back > end"),
  ),
  "compensation of everything at the end": one(
    userTask("a"),
    undo("u"),
    compensated("a", "u"),
    end("end", compensateEvent()),
    flows("start > a > end"),
  ),
  "compensation by an event sub-process": one(
    sub(
      "a",
      userTask("t"),
      flows("aStart > t"),
      eventSubProcess("undo", compensateEvent(), true, node("task", "u"), flows("undoStart > u")),
    ),
    end("end", compensateEvent("a")),
    flows("start > a > end"),
  ),
  "a sub-process that compensates": one(
    userTask("a"),
    node("subProcess", "u", { isForCompensation: "true" }, start("s"), node("task", "t"), flows("s > t")),
    compensated("a", "u"),
    end("end", compensateEvent()),
    flows("start > a > end"),
  ),
  "a transaction": one(
    node(
      "transaction",
      "t",
      {},
      start("s"),
      userTask("a"),
      end("stop", "<bpmn:cancelEventDefinition />"),
      undo("u"),
      compensated("a", "u"),
      flows("s > a > stop"),
    ),
    boundary("cancelled", "t", "<bpmn:cancelEventDefinition />"),
    end(),
    end("end2"),
    flows("start > t > end", "cancelled > end2"),
  ),
};
