/** Mappings have a source and the path of a variable, and stand where the engine applies them. */
import { definitionsOf } from "../build/event-definition.ts";
import { childrenOf, extensionOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

export const mappings: Rule = (element) => {
  const io = extensionOf(element, "zeebe:IoMapping");
  if (io === undefined) return FINE;
  const [inputs, outputs] = [childrenOf(io, "inputParameters"), childrenOf(io, "outputParameters")];
  return [
    ...[...inputs, ...outputs].flatMap((mapping) => checkOne(element, mapping)),
    ...misplaced(element, inputs, outputs),
  ];
};

function checkOne(element: Element, mapping: Element): ReturnType<Rule> {
  const target = textOf(mapping, "target") ?? "";
  if (!PATH.test(target) || target.split(".").some((name) => name in {})) {
    return [
      problemAt(
        element,
        "BPMN_MAPPING_TARGET",
        `的映射目标“${target}”无效`,
        `maps to "${target}", which is no variable`,
      ),
    ];
  }
  if ((textOf(mapping, "source") ?? "").replace(/^=/, "").trim() !== "") return FINE;
  return [problemAt(element, "BPMN_MAPPING_SOURCE", `的映射“${target}”没有来源`, `maps nothing to "${target}"`)];
}

/** What catches has no work of its own to give inputs to; what stops its scope brings nothing out. */
function misplaced(element: Element, inputs: readonly Element[], outputs: readonly Element[]): ReturnType<Rule> {
  if (isA(element, "bpmn:CatchEvent") && inputs.length > 0) {
    return [problemAt(element, "BPMN_MAPPING_MISPLACED", "不能有输入映射", "cannot have input mappings")];
  }
  const isStop = definitionsOf(element).some((definition) => STOPS.some((type) => isA(definition, type)));
  if (!isStop || !isA(element, "bpmn:EndEvent") || outputs.length === 0) return FINE;
  return [problemAt(element, "BPMN_MAPPING_MISPLACED", "不能有输出映射", "cannot have output mappings")];
}

const STOPS = ["bpmn:TerminateEventDefinition", "bpmn:ErrorEventDefinition"];
