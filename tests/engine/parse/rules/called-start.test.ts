import { documentOf, flows, message, messageEvent, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const calling = (...starts: readonly string[]): string =>
  documentOf(
    message("M", "m", "=k") +
      processOf("p", start(), node("callActivity", "call", { calledElement: "q" }), flows("start > call")) +
      processOf("q", ...starts, node("manualTask", "work"), flows(...starts.map((_, at) => `s${at} > work`))),
  );

rule("called-start", {
  fine: {
    "a none start": calling(start("s0")),
    "beside a message": calling(start("s0", messageEvent("M")), start("s1")),
  },
  refused: {
    "only by a message": [calling(start("s0", messageEvent("M"))), "BPMN_CALLED_WITHOUT_NONE_START", "call"],
  },
});
