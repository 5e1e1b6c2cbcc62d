import {
  documentOf,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const caught = (id: string): string => node("intermediateCatchEvent", id, {}, messageEvent("m"));
const choice = (attributes: Readonly<Record<string, string>>): string =>
  documentOf(
    message("m", "news", "=id") +
      processOf(
        "p",
        start(),
        userTask("first"),
        node("eventBasedGateway", "g", attributes),
        caught("a"),
        caught("b"),
        userTask("last"),
        flows("start > first > g > a > last", "g > b > last"),
      ),
  );

rule("instantiating", {
  fine: { "a gateway on the way": choice({ eventGatewayType: "Exclusive" }) },
  refused: {
    "a gateway on the way that would start the process": [
      choice({ instantiate: "true" }),
      "BPMN_INSTANTIATE_MISPLACED",
      "g",
    ],
    "a receive task in a sub-process that would start the process": [
      documentOf(
        message("m", "news", "=id") +
          processOf(
            "p",
            start(),
            node(
              "subProcess",
              "sub",
              {},
              start("s"),
              node("receiveTask", "r", { messageRef: "m", instantiate: "true" }),
              flows("s > r"),
            ),
            flows("start > sub"),
          ),
      ),
      "BPMN_INSTANTIATE_MISPLACED",
      "r",
    ],
    "a gateway on the way that waits for all": [
      choice({ eventGatewayType: "Parallel" }),
      "BPMN_EVENT_GATEWAY_PARALLEL",
      "g",
    ],
  },
});
