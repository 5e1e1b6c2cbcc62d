import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const specified = (...content: readonly string[]): string =>
  documentOf(
    processOf(
      "p",
      start(),
      node("manualTask", "a", {}, node("ioSpecification", "io", {}, ...content)),
      flows("start > a"),
    ),
  );
const INPUTS = `<bpmn:dataInput id="i" /><bpmn:dataInput id="j" />`;
const OUTPUTS = `<bpmn:dataOutput id="o" />`;
const set = (tag: string, id: string, refs: Readonly<Record<string, string>>): string =>
  node(tag, id, {}, ...Object.entries(refs).map(([name, ref]) => `<bpmn:${name}>${ref}</bpmn:${name}>`));
const both = set("inputSet", "in", { dataInputRefs: "i" }) + set("inputSet", "in2", { dataInputRefs: "j" });
const out = set("outputSet", "out", { dataOutputRefs: "o" });

rule("data-sets", {
  fine: {
    "each in its set": specified(INPUTS, OUTPUTS, both, out),
    "sets that name each other": specified(
      `<bpmn:dataInput id="i" />`,
      OUTPUTS,
      set("inputSet", "in", { dataInputRefs: "i", optionalInputRefs: "i", outputSetRefs: "out" }),
      set("outputSet", "out", { dataOutputRefs: "o", inputSetRefs: "in" }),
    ),
  },
  refused: {
    "an input in no set": [
      specified(INPUTS, set("inputSet", "in", { dataInputRefs: "i" }), `<bpmn:outputSet id="out" />`),
      "BPMN_DATA_IN_NO_SET",
      "j",
    ],
    "an output in no set": [
      specified(OUTPUTS, `<bpmn:inputSet id="in" />`, `<bpmn:outputSet id="out" />`),
      "BPMN_DATA_IN_NO_SET",
      "o",
    ],
    "an optional input of another set": [
      specified(
        INPUTS,
        set("inputSet", "in", { dataInputRefs: "i", optionalInputRefs: "j" }),
        set("inputSet", "in2", { dataInputRefs: "j" }),
        `<bpmn:outputSet id="out" />`,
      ),
      "BPMN_DATA_NOT_IN_SET",
      "in",
    ],
    "a counterpart named on one side": [
      specified(
        `<bpmn:dataInput id="i" />`,
        OUTPUTS,
        set("inputSet", "in", { dataInputRefs: "i", outputSetRefs: "out" }),
        out,
      ),
      "BPMN_DATA_SETS_ONE_SIDED",
      "in",
    ],
  },
});
