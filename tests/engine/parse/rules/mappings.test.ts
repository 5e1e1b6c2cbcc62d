import {
  documentOf,
  extensions,
  flows,
  mappings,
  node,
  processOf,
  start,
  timer,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("mappings", {
  fine: {
    "paths of variables": around(
      userTask("x", {}, mappings({ inputs: { a: "=b" }, outputs: { "c.d": "=submission.d", 结果: "text" } })),
      flows("start > x"),
    ),
  },
  refused: {
    "a target that is none": [
      around(userTask("x", {}, mappings({ outputs: { "a-b": "=1" } })), flows("start > x")),
      "BPMN_MAPPING_TARGET",
      "x",
    ],
    "a hostile target": [
      around(userTask("x", {}, mappings({ outputs: { "a.__proto__.b": "=1" } })), flows("start > x")),
      "BPMN_MAPPING_TARGET",
      "x",
    ],
    "no source": [
      around(userTask("x", {}, mappings({ outputs: { a: "=" } })), flows("start > x")),
      "BPMN_MAPPING_SOURCE",
      "x",
    ],
    "inputs of what catches": [
      around(
        node(
          "intermediateCatchEvent",
          "x",
          {},
          extensions(mappings({ inputs: { a: "=1" } })),
          timer("timeDuration", "PT1H"),
        ),
        flows("start > x"),
      ),
      "BPMN_MAPPING_MISPLACED",
      "x",
    ],
    "outputs of what stops its scope": [
      around(
        node("endEvent", "x", {}, extensions(mappings({ outputs: { a: "=1" } })), "<bpmn:terminateEventDefinition />"),
        flows("start > x"),
      ),
      "BPMN_MAPPING_MISPLACED",
      "x",
    ],
  },
});
