import {
  compensateEvent,
  documentOf,
  end,
  eventSubProcess,
  flows,
  node,
  processOf,
  start,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const undone = (isInterrupting: boolean): string =>
  documentOf(
    processOf(
      "p",
      start(),
      node(
        "subProcess",
        "work",
        {},
        start("s"),
        end("e"),
        flows("s > e"),
        eventSubProcess("undo", compensateEvent(), isInterrupting, end("undone"), flows("undoStart > undone")),
      ),
      flows("start > work"),
    ),
  );

rule("compensation-start", {
  fine: { "one that interrupts": undone(true) },
  refused: { "one that does not": [undone(false), "BPMN_COMPENSATION_NOT_INTERRUPTING", "undoStart"] },
});
