import {
  boundary,
  documentOf,
  errorEvent,
  flows,
  node,
  processOf,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const ending = (root: string, definition: string): string =>
  documentOf(root + processOf("p", start(), node("endEvent", "x", {}, definition), flows("start > x")));

rule("error-code", {
  fine: {
    "a code": ending(`<bpmn:error id="e" errorCode="E" />`, errorEvent("e")),
    "a catcher of any error, named or not": documentOf(
      `<bpmn:error id="e" name="whatever" />` +
        processOf(
          "p",
          start(),
          userTask("a"),
          boundary("x", "a", errorEvent("e")),
          userTask("b"),
          userTask("c"),
          boundary("y", "b", errorEvent()),
          flows("start > a > b", "x > c", "y > c"),
        ),
    ),
  },
  refused: {
    "no error": [ending("", errorEvent()), "BPMN_ERROR_WITHOUT_CODE", "x"],
    "an error without a code": [
      ending(`<bpmn:error id="e" name="full" />`, errorEvent("e")),
      "BPMN_ERROR_WITHOUT_CODE",
      "x",
    ],
  },
});
