import {
  conditionalEvent,
  documentOf,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  signal,
  signalEvent,
  timer,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const ROOTS = message("m", "go") + message("k", "paid", "=no") + signal("s");
const doc = (...content: readonly string[]): string => documentOf(ROOTS + processOf("p", ...content));
const gateway = (attributes: Readonly<Record<string, string>>, first: string, second: string): string =>
  doc(
    node("eventBasedGateway", "g", attributes),
    node("intermediateCatchEvent", "x", {}, first),
    node("intermediateCatchEvent", "y", {}, second),
    node("manualTask", "last"),
    flows("g > x > last", "g > y > last"),
  );
const exclusive = { instantiate: "true" };
const parallel = { instantiate: "true", eventGatewayType: "Parallel" };

rule("instantiating-target", {
  fine: {
    "an exclusive gateway, whose messages need no key": gateway(
      exclusive,
      messageEvent("m"),
      timer("timeDuration", "P1D"),
    ),
    "a parallel gateway": gateway(parallel, messageEvent("k"), signalEvent("s")),
  },
  told: {
    "a message without a key behind a parallel one": [
      gateway(parallel, messageEvent("m"), messageEvent("k")),
      "BPMN_MESSAGE_WITHOUT_KEY",
      "x",
    ],
  },
  refused: {
    "a condition behind it": [
      gateway(exclusive, messageEvent("m"), conditionalEvent("x")),
      "BPMN_INSTANTIATE_TARGET",
      "y",
    ],
    "a time behind a parallel one": [
      gateway(parallel, messageEvent("k"), timer("timeDuration", "P1D")),
      "BPMN_INSTANTIATE_TARGET",
      "y",
    ],
  },
});
