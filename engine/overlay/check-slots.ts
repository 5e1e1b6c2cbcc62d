/** A slot is a promise on both sides: what fills it is given the slot's inputs and must leave its outputs. */
import type { FlowNode, ProcessDefinition } from "../model/process.ts";
import type { Problem } from "../model/problem.ts";
import { bundleProblem, literalOf } from "./bundle-references.ts";

export function checkSlots(
  process: string,
  definition: ProcessDefinition,
  processes: Readonly<Record<string, ProcessDefinition>>,
): readonly Problem[] {
  return Object.values(definition.nodes).flatMap((node) => {
    if (node.kind !== "callActivity" || node.slot === undefined) return [];
    const key = literalOf(node.processKey) ?? "";
    const filled = Object.hasOwn(processes, key) ? processes[key] : undefined;
    if (filled === undefined) return [];
    const given = new Set(node.inputs.map(({ target }) => target));
    const left = new Set(Object.values(filled.nodes).flatMap(writtenBy));
    return [
      ...node.slot.inputs.filter((name) => !given.has(name)).map((name) => ungiven(process, node.id, name)),
      ...node.slot.outputs.filter((name) => !left.has(name)).map((name) => unwritten(process, node.id, key, name)),
    ];
  });
}

/** Names of the variables that a node may leave behind; a job may write any, which is not counted. */
function writtenBy(node: FlowNode): readonly string[] {
  const written = [...node.outputs, ...(node.data?.outputs ?? []), ...(node.data?.afterLoop ?? [])];
  const outputs = written.map(({ target }) => target.split(".")[0] ?? "");
  return node.kind === "businessRuleTask" ? [...outputs, node.resultVariable] : outputs;
}

function ungiven(process: string, element: string, name: string): Problem {
  return bundleProblem(
    "BUNDLE_SLOT_INPUT",
    process,
    element,
    `插槽的输入“${name}”没有赋值`,
    `the slot's input "${name}" is not mapped`,
  );
}

function unwritten(process: string, element: string, key: string, name: string): Problem {
  return bundleProblem(
    "BUNDLE_SLOT_OUTPUT",
    process,
    element,
    `流程“${key}”没有给出“${name}”`,
    `the process "${key}" never sets "${name}"`,
  );
}
