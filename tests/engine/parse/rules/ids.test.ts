import { documentOf, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("ids", {
  fine: {
    "letters, digits, dots and dashes": around(userTask("Activity_0x.1-a"), flows("start > Activity_0x.1-a")),
    "a flow without an id": around(userTask("a"), `<bpmn:sequenceFlow sourceRef="start" targetRef="a" />`),
  },
  refused: {
    "a word of JavaScript": [
      around(userTask("constructor"), flows("start > constructor")),
      "BPMN_ID_INVALID",
      "constructor",
    ],
    "a prototype": [around(userTask("__proto__"), flows("start > __proto__")), "BPMN_ID_INVALID", "__proto__"],
    "a blank": [around(userTask("a b"), userTask("c"), flows("start > c")), "BPMN_ID_INVALID", "a b"],
  },
  told: {
    "an id that is no key of a pack": [
      documentOf(processOf("Process_1", start(), userTask("a"), flows("start > a"))),
      "BPMN_KEY_STYLE",
      "Process_1",
    ],
  },
});
