import {
  boundary,
  documentOf,
  flow,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  start,
  timer,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string =>
  documentOf(message("M", "m", "=k") + processOf("p", start(), node("eventBasedGateway", "x"), ...content));
const wait = (id: string): string => node("intermediateCatchEvent", id, {}, timer("timeDuration", "PT1H"));
const receive = (id: string): string => node("receiveTask", id, { messageRef: "M" });

rule("event-based-gateway", {
  fine: { "a timer and a task": around(wait("t"), receive("r"), flows("start > x > t > r2", "x > r"), userTask("r2")) },
  refused: {
    "one way out": [around(wait("t"), flows("start > x > t")), "BPMN_EVENT_GATEWAY_FORK", "x"],
    "a user task behind it": [
      around(wait("t"), userTask("u"), flows("start > x > t", "x > u")),
      "BPMN_EVENT_GATEWAY_TARGET",
      "u",
    ],
    "another way in": [
      around(wait("t"), receive("r"), userTask("u"), flows("start > x > t", "x > r > u > t")),
      "BPMN_EVENT_GATEWAY_WAY_IN",
      "t",
    ],
    "a condition": [
      around(wait("t"), receive("r"), flows("start > x > r"), flow("x", "t", "=true")),
      "BPMN_CONDITION_MISPLACED",
      "x_t",
    ],
    "a boundary event behind it": [
      around(
        wait("t"),
        receive("r"),
        boundary("b", "r", timer("timeDuration", "PT1H")),
        userTask("u"),
        flows("start > x > t", "x > r", "b > u"),
      ),
      "BPMN_EVENT_GATEWAY_BOUNDARY",
      "r",
    ],
    "message events and receive tasks": [
      around(node("intermediateCatchEvent", "m", {}, messageEvent("M")), receive("r"), flows("start > x > m", "x > r")),
      "BPMN_EVENT_GATEWAY_MIXED",
      "x",
    ],
  },
});
