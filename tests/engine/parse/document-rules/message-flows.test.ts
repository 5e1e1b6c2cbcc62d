import {
  documentOf,
  end,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  start,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const one = processOf(
  "one",
  start(),
  node("manualTask", "a"),
  node("exclusiveGateway", "g"),
  node("intermediateThrowEvent", "tell", {}, messageEvent("m")),
  end(),
  flows("start > a > g > tell > end"),
);
const two = processOf(
  "two",
  node("startEvent", "hear", {}, messageEvent("m")),
  node("manualTask", "b"),
  end("done"),
  flows("hear > b > done"),
);
const between = (source: string, target: string): string =>
  documentOf(
    message("m", "news", "=id") +
      `<bpmn:collaboration id="c"><bpmn:participant id="poolOne" processRef="one" /><bpmn:participant id="poolTwo" processRef="two" />` +
      `<bpmn:participant id="box" /><bpmn:messageFlow id="mf" ${source === "" ? "" : `sourceRef="${source}"`} targetRef="${target}" /></bpmn:collaboration>` +
      one +
      two,
  );

rule("message-flows", {
  fine: {
    "from an event to an event": between("tell", "hear"),
    "from a task to a task": between("a", "b"),
    "from a task to a pool": between("a", "poolTwo"),
    "from a pool to a pool": between("box", "poolTwo"),
    "from a pool to an event": between("box", "hear"),
  },
  refused: {
    "no source": [between("", "hear"), "BPMN_MESSAGE_FLOW_INCOMPLETE", "mf"],
    "within a pool": [between("tell", "a"), "BPMN_MESSAGE_FLOW_IN_POOL", "mf"],
    "from a node to its own pool": [between("a", "poolOne"), "BPMN_MESSAGE_FLOW_IN_POOL", "mf"],
    "out of a gateway": [between("g", "b"), "BPMN_MESSAGE_FLOW_END", "mf"],
    "out of a start event": [between("hear", "a"), "BPMN_MESSAGE_FLOW_END", "mf"],
    "out of an end without a message": [between("end", "b"), "BPMN_MESSAGE_FLOW_END", "mf"],
    "into an end event": [between("tell", "done"), "BPMN_MESSAGE_FLOW_END", "mf"],
    "into a gateway": [between("b", "g"), "BPMN_MESSAGE_FLOW_END", "mf"],
    "into an event that throws": [between("b", "tell"), "BPMN_MESSAGE_FLOW_END", "mf"],
  },
});
