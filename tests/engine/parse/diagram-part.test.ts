import assert from "node:assert/strict";
import { parseBpmn } from "../../../engine/index.ts";
import { documentOf, end, flows, processOf, start } from "../../support/bpmn-builder.ts";

const NAMESPACES = `xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"`;
const drawn = (process: string, diagram: string): string =>
  documentOf(process + diagram).replace("<bpmn:definitions ", `<bpmn:definitions ${NAMESPACES} `);
const plane = (content: string): string =>
  `<bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="pl" bpmnElement="p">${content}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
const shape = (attributes: string, inner = `<dc:Bounds x="1" y="2" width="3" height="4" />`): string =>
  plane(`<bpmndi:BPMNShape ${attributes}>${inner}</bpmndi:BPMNShape>`);
const FINE = processOf("p", start(), end(), flows("start > end"));

describe("a faulty drawing is told and refuses nothing (BPMN 2.0 §12.2)", () => {
  const faulty: Readonly<Record<string, string>> = {
    "a shape of nothing": shape(`id="x" bpmnElement="gone"`),
    "the id of an element": shape(`id="start" bpmnElement="start"`),
    "an id twice": shape(`id="x" bpmnElement="start"`) + plane("").replace(`id="d"`, `id="x"`),
    "an unknown element": shape(`id="x" bpmnElement="start"`, `<bpmndi:BPMNGlow />`),
    "an unknown attribute": shape(`id="x" bpmnElement="start" glow="1"`),
  };
  for (const [title, diagram] of Object.entries(faulty)) {
    it(title, async () => {
      const result = await parseBpmn(drawn(FINE, diagram));
      assert.ok(result.ok, result.ok ? "" : JSON.stringify(result.problems));
      const codes = new Set(result.value.warnings.map(({ code }) => code));
      assert.deepEqual([...codes], ["BPMN_DIAGRAM_BROKEN"]);
    });
  }

  it("a right one is not told", async () => {
    const result = await parseBpmn(drawn(FINE, shape(`id="x" bpmnElement="start"`)));
    assert.deepEqual(result.ok && result.value.warnings, []);
  });

  it("what is lost before the drawing still refuses, also behind a comment that speaks of one", async () => {
    const robot = FINE.replace("</bpmn:process>", `<!-- <bpmndi:BPMNDiagram > --><bpmn:robot id="r" /></bpmn:process>`);
    const result = await parseBpmn(drawn(robot, shape(`id="x" bpmnElement="start"`)));
    assert.deepEqual(result.ok || result.problems.map(({ code }) => code), ["BPMN_UNKNOWN_ELEMENT"]);
  });
});
