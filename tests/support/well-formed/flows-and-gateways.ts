/** Well-formed models of BPMN 2.0 §8.3.13 (sequence flows) and §10.6 (gateways): none may be refused. */
import {
  conditionalEvent,
  documentOf,
  end,
  flow,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  signal,
  signalEvent,
  start,
  timer,
  userTask,
} from "../bpmn-builder.ts";

const one = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));
const tasks = (...ids: readonly string[]): string => ids.map((id) => userTask(id)).join("");
const gateway = (kind: string, id: string, attributes: Readonly<Record<string, string>> = {}): string =>
  node(`${kind}Gateway`, id, attributes);
const caught = (id: string, definition: string): string => node("intermediateCatchEvent", id, {}, definition);

export const FLOWS: Readonly<Record<string, string>> = {
  "a straight line": one(tasks("a", "b"), end(), flows("start > a > b > end")),
  "no end event": one(tasks("a"), flows("start > a")),
  "several flows out of a task fork": one(tasks("a", "b", "c"), end(), flows("start > a > b > end", "a > c > end")),
  "several flows into a task pass each token": one(
    tasks("a", "b", "c"),
    end(),
    flows("start > a > c", "start > b > c > end"),
  ),
  "conditions and a default out of a task": one(
    node("manualTask", "a", { default: "a_c" }),
    tasks("b", "c"),
    flow("a", "b", "=n > 1"),
    flows("start > a > c"),
  ),
  "a condition beside a free flow": one(tasks("a", "b", "c"), flows("start > a > c"), flow("a", "b", "n > 1")),
  "a way back": one(
    tasks("a"),
    gateway("exclusive", "g", { default: "g_end" }),
    end(),
    flows("start > a > g > end"),
    flow("g", "a", "=again"),
  ),
  "a task that leads to itself": one(
    node("manualTask", "a", { default: "a_end" }),
    end(),
    flows("start > a > end"),
    flow("a", "a", "=again"),
  ),
  "flows without ids": one(
    tasks("a"),
    end(),
    `<bpmn:sequenceFlow sourceRef="start" targetRef="a" /><bpmn:sequenceFlow sourceRef="a" targetRef="end" />`,
  ),
  "flows that are listed at their nodes": documentOf(
    processOf(
      "p",
      node("startEvent", "start", {}, "<bpmn:outgoing>start_a</bpmn:outgoing>"),
      node("task", "a", {}, "<bpmn:incoming>start_a</bpmn:incoming><bpmn:outgoing>a_end</bpmn:outgoing>"),
      node("endEvent", "end", {}, "<bpmn:incoming>a_end</bpmn:incoming>"),
      flows("start > a > end"),
    ),
  ),
};

export const GATEWAYS: Readonly<Record<string, string>> = {
  "exclusive with a default": one(
    gateway("exclusive", "g", { default: "g_b" }),
    tasks("a", "b"),
    gateway("exclusive", "j"),
    end(),
    flows("start > g > b > j > end", "a > j"),
    flow("g", "a", "=n > 1"),
  ),
  "exclusive without a default": one(
    gateway("exclusive", "g"),
    tasks("a", "b"),
    flows("start > g"),
    flow("g", "a", "=n > 1"),
    flow("g", "b", "=n <= 1"),
  ),
  "exclusive that joins and forks": one(
    gateway("exclusive", "f", { default: "f_b" }),
    tasks("a", "b", "c", "d"),
    gateway("exclusive", "g", { default: "g_d" }),
    flows("start > f > b > g > d", "a > g"),
    flow("f", "a", "=n > 1"),
    flow("g", "c", "=n > 2"),
  ),
  "parallel fork and join": one(
    gateway("parallel", "g"),
    tasks("a", "b"),
    gateway("parallel", "j"),
    end(),
    flows("start > g > a > j > end", "g > b > j"),
  ),
  "parallel that joins and forks": one(
    gateway("parallel", "g"),
    tasks("a", "b", "c", "d"),
    gateway("parallel", "j", { gatewayDirection: "Mixed" }),
    flows("start > g > a > j > c", "g > b > j > d"),
  ),
  "inclusive fork and join": one(
    gateway("inclusive", "g", { default: "g_c" }),
    tasks("a", "b", "c"),
    gateway("inclusive", "j"),
    end(),
    flow("g", "a", "=n > 1"),
    flow("g", "b", "=n > 2"),
    flows("start > g > c > j > end", "a > j", "b > j"),
  ),
  "blocks in blocks": one(
    gateway("parallel", "g"),
    gateway("exclusive", "x", { default: "x_b" }),
    tasks("a", "b", "c"),
    gateway("exclusive", "y"),
    gateway("parallel", "j"),
    end(),
    flows("start > g > x > b > y > j > end", "a > y", "g > c > j"),
    flow("x", "a", "=n > 1"),
  ),
  "one in, one out": one(gateway("exclusive", "g"), tasks("a"), flows("start > g > a")),
  "directions that are kept": one(
    gateway("parallel", "g", { gatewayDirection: "Diverging" }),
    tasks("a", "b"),
    gateway("parallel", "j", { gatewayDirection: "Converging" }),
    end(),
    flows("start > g > a > j > end", "g > b > j"),
  ),
  "event-based: a message or a timer": documentOf(
    message("m", "news", "=id") +
      processOf(
        "p",
        start(),
        gateway("eventBased", "g"),
        caught("heard", messageEvent("m")),
        caught("late", timer("timeDuration", "P3D")),
        tasks("a", "b"),
        flows("start > g > heard > a", "g > late > b"),
      ),
  ),
  "event-based: receive tasks and a timer": documentOf(
    message("m", "news", "=id") +
      message("n", "other", "=id") +
      processOf(
        "p",
        start(),
        gateway("eventBased", "g"),
        node("receiveTask", "x", { messageRef: "m" }),
        node("receiveTask", "y", { messageRef: "n" }),
        caught("late", timer("timeDate", "2027-01-01T00:00:00Z")),
        end(),
        flows("start > g > x > end", "g > y > end", "g > late > end"),
      ),
  ),
  "event-based: a signal or a condition": documentOf(
    signal("s") +
      processOf(
        "p",
        start(),
        gateway("eventBased", "g", { eventGatewayType: "Exclusive" }),
        caught("heard", signalEvent("s")),
        caught("true", conditionalEvent("=n > 1")),
        end(),
        flows("start > g > heard > end", "g > true > end"),
      ),
  ),
};
