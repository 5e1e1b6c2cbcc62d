import { dataInto, dataObject, dataOutOf, io } from "../../../support/bpmn-data.ts";
import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: string[]): string =>
  documentOf(
    processOf(
      "p",
      start(),
      dataObject("order"),
      dataObject("bill"),
      node("manualTask", "x", {}, ...content),
      flows("start > x"),
    ),
  );
const into = (more: Parameters<typeof dataInto>[2] = {}): string =>
  around(io(["a"]), dataInto("order", "dataInput_a", more));

rule("data-associations", {
  fine: {
    "one source": into(),
    "a transformation": into({ transformation: "order.n" }),
    "assignments to parts": into({
      assign: [
        ["1", "a.n"],
        ["2", "dataInput_a.m"],
      ],
    }),
    "a result without a source, as many tools draw it": around(dataOutOf(undefined, "order")),
  },
  refused: {
    "several sources and nothing to make of them": [
      into().replace("<bpmn:sourceRef>", "<bpmn:sourceRef>bill</bpmn:sourceRef><bpmn:sourceRef>"),
      "BPMN_DATA_SOURCES",
      "x",
    ],
    "a faulty transformation": [into({ transformation: "order +" }), "BPMN_FEEL_INVALID", "x"],
    "an empty transformation": [into({ transformation: " = " }), "BPMN_EXPRESSION_EMPTY", "x"],
    "an assignment from nothing": [into({ assign: [["", "a"]] }), "BPMN_EXPRESSION_EMPTY", "x"],
    "an assignment to no variable": [into({ assign: [["1", "a + 1"]] }), "BPMN_DATA_TARGET", "x"],
    "an assignment into an object's inside": [into({ assign: [["1", "a.__proto__.b"]] }), "BPMN_DATA_TARGET", "x"],
    "another language": [
      into({ transformation: "1" }).replace("<bpmn:transformation>", `<bpmn:transformation language="XPath">`),
      "BPMN_EXPRESSION_LANGUAGE",
      "x",
    ],
    "a set with an input of another activity": [
      around(io(["a"]))
        .replace(
          "<bpmn:outputSet>",
          "<bpmn:inputSet><bpmn:dataInputRefs>dataInput_b</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet>",
        )
        .replace(
          "<bpmn:manualTask",
          `<bpmn:task id="y">${io(["b"])}</bpmn:task><bpmn:sequenceFlow id="sy" sourceRef="start" targetRef="y" /><bpmn:manualTask`,
        ),
      "BPMN_DATA_SET",
      "x",
    ],
  },
});
