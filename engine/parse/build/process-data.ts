/** Data inputs and outputs of a process or global task (BPMN 2.0 §10.4.1): its start variables and its results. */
import type { DataFlow, ProcessData } from "../../model/process.ts";
import { childOf, childrenOf } from "../element.ts";
import type { Element } from "../element.ts";
import { setsOf } from "./data-sets.ts";
import { variableName } from "./variable-name.ts";

export function processData(callable: Element): { readonly data?: ProcessData } {
  const io = childOf(callable, "ioSpecification");
  if (io === undefined) return {};
  const needs = setsOf(io, "inputSets", (input) => [variableName(input)]);
  return {
    data: {
      inputs: childrenOf(io, "dataInputs").map(variableName),
      outputs: childrenOf(io, "dataOutputs").map(variableName),
      ...(needs === undefined ? {} : { needs }),
    },
  };
}

/** The one task of a global task gives what the whole gives. */
export function globalTaskData(task: Element): { readonly data?: DataFlow } {
  const results = childrenOf(childOf(task, "ioSpecification"), "dataOutputs").map(variableName);
  if (results.length === 0) return {};
  return {
    data: { inputs: [], results, outputs: results.map((name) => ({ source: name, target: name, sources: [name] })) },
  };
}
