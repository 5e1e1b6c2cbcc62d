import {
  boundary,
  compensated,
  compensateEvent,
  documentOf,
  end,
  errorEvent,
  eventSubProcess,
  flows,
  node,
  processOf,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const undo = node("manualTask", "undo", { isForCompensation: "true" });
const second = boundary("again", "a", compensateEvent());
const work = (...content: readonly string[]): string =>
  documentOf(
    ["one", "two"].map((code) => `<bpmn:error id="${code}" errorCode="${code}" />`).join("") +
      processOf("p", start(), userTask("a"), flows("start > a"), ...content),
  );
const onError = (id: string, ref?: string): string =>
  eventSubProcess(id, errorEvent(ref), true, userTask(`${id}Task`), flows(`${id}Start > ${id}Task`));
const cancelled = boundary("c1", "t", "<bpmn:cancelEventDefinition />");
const transaction = (...content: readonly string[]): string =>
  work(
    node(
      "transaction",
      "t",
      {},
      start("s"),
      node("endEvent", "stop", {}, "<bpmn:cancelEventDefinition />"),
      flows("s > stop"),
    ),
    cancelled,
    end("e1"),
    flows("a > t", "c1 > e1"),
    ...content,
  );

rule("catch-once", {
  fine: {
    "one compensation": work(undo, compensated("a", "undo")),
    "two errors": work(onError("x", "one"), onError("y", "two")),
    "one cancel": transaction(),
  },
  refused: {
    "two compensations": [work(undo, compensated("a", "undo"), second), "BPMN_CAUGHT_TWICE", "again"],
    "the same error twice": [work(onError("x", "one"), onError("y", "one")), "BPMN_CAUGHT_TWICE", "yStart"],
    "any error twice": [work(onError("x"), onError("y")), "BPMN_CAUGHT_TWICE", "yStart"],
    "two cancels": [
      transaction(boundary("c2", "t", "<bpmn:cancelEventDefinition />"), end("e2"), flows("c2 > e2")),
      "BPMN_CAUGHT_TWICE",
      "c2",
    ],
  },
});
