/** The text of a new flow: empty with a start and an end, a copy of another one, or a file from outside. */
import { parseBpmn } from "../../../engine/parse/index.ts";
import type { Problem } from "../../../server/contract/types.ts";

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

const shape = (element: string, x: number, y: number, size: number): string =>
  `      <bpmndi:BPMNShape id="${element}_di" bpmnElement="${element}">
        <dc:Bounds x="${String(x)}" y="${String(y)}" width="${String(size)}" height="${String(size)}" />
      </bpmndi:BPMNShape>`;

/** `startWords` and `endWords` are the names of the two events. */
export function blankFlow(key: string, name: string, startWords: string, endWords: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:gl="urn:gridloom:bpmn:1" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="${key}Definitions" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0" targetNamespace="urn:gridloom:definitions">
  <bpmn:process id="${key}" name="${escaped(name)}" isExecutable="true">
    <bpmn:startEvent id="start" name="${escaped(startWords)}" gl:stage="registration">
      <bpmn:outgoing>toEnd</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:sequenceFlow id="toEnd" sourceRef="start" targetRef="end" />
    <bpmn:endEvent id="end" name="${escaped(endWords)}" gl:stage="closure">
      <bpmn:incoming>toEnd</bpmn:incoming>
    </bpmn:endEvent>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="${key}Diagram">
    <bpmndi:BPMNPlane id="${key}Plane" bpmnElement="${key}">
${shape("start", 180, 160, 36)}
${shape("end", 520, 160, 36)}
      <bpmndi:BPMNEdge id="toEnd_di" bpmnElement="toEnd">
        <di:waypoint x="216" y="178" />
        <di:waypoint x="520" y="178" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

const processTag = /<((?:[\w-]+:)?process)\b([^>]*)>/;

/**
 * The same flow under another key and name; everything inside keeps its ids. References to the process (its plane,
 * a participant) follow.
 */
export function renamedFlow(xml: string, key: string, name: string): string {
  const tag = processTag.exec(xml);
  const oldKey = /\bid="([^"]+)"/.exec(tag?.[2] ?? "")?.[1];
  if (tag === null || oldKey === undefined) return xml;
  const attributes = (tag[2] ?? "").replace(/\s(?:id|name)="[^"]*"/g, "");
  const head = `<${tag[1] ?? "process"} id="${key}" name="${escaped(name)}"${attributes}>`;
  return xml
    .replace(tag[0], () => head)
    .replaceAll(`bpmnElement="${oldKey}"`, `bpmnElement="${key}"`)
    .replaceAll(`processRef="${oldKey}"`, `processRef="${key}"`);
}

/** Codes that say that a file cannot be opened at all, while everything else can be repaired in the editor. */
const hopeless = /^(XML_|BPMN_UNREADABLE|BPMN_WITHOUT_PROCESS)/;

/** Why a file from outside is refused; empty when it can be opened, whatever else is wrong with it. */
export async function refusalsOf(xml: string): Promise<readonly Problem[]> {
  const parsed = await parseBpmn(xml);
  if (parsed.ok) return [];
  return parsed.problems.filter((problem) => hopeless.test(problem.code)).map((each) => ({ ...each }));
}
