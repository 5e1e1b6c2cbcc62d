/** Where data may be taken and given: not by embedded sub-processes, and once only by a task that sends or receives one message (BPMN 2.0 §10.3.3, §10.4.1). */
import type { Problem } from "../../model/problem.ts";
import { childOf, childrenOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";

export const dataPlaces: DocumentRule = (element) => {
  const io = childOf(element, "ioSpecification");
  if (io === undefined) return [];
  if (isA(element, "bpmn:SubProcess")) return [ofSubProcess(element)];
  return onceOnly(element)
    .filter((name) => childrenOf(io, name).length > 1)
    .map((name) => twice(element, name));
};

/** One message has one content. */
function onceOnly(element: Element): readonly string[] {
  const isByOperation = childOf(element, "operationRef") !== undefined;
  if (isA(element, "bpmn:ServiceTask")) return isByOperation ? ["inputSets", "outputSets"] : [];
  if (childOf(element, "messageRef") === undefined) return [];
  if (isA(element, "bpmn:SendTask")) return ["inputSets", "dataInputs"];
  return isA(element, "bpmn:ReceiveTask") ? ["outputSets", "dataOutputs"] : [];
}

const ofSubProcess = (element: Element): Problem =>
  problemNear(
    element,
    "BPMN_DATA_OF_SUB_PROCESS",
    "是嵌入式子流程，直接使用外层数据，不能有自己的输入输出",
    "sees the data around it and has no inputs and outputs of its own",
  );

const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  inputSets: ["输入集", "input set"],
  outputSets: ["输出集", "output set"],
  dataInputs: ["数据输入", "data input"],
  dataOutputs: ["数据输出", "data output"],
};

function twice(element: Element, name: string): Problem {
  const [zh, en] = NAMES[name] ?? [name, name];
  return problemNear(
    element,
    "BPMN_DATA_OF_MESSAGE",
    `收发一条消息，只能有一个${zh}`,
    `sends or receives one message and can have one ${en} only`,
  );
}
