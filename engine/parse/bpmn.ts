/** BPMN documents → process definitions: read, checked by the table of rules, built; or every problem by element id. */
import type { ProcessDefinition } from "../model/process.ts";
import type { Problem, Result } from "../model/problem.ts";
import { processDefinition } from "./build/process.ts";
import { checkDocument } from "./check-document.ts";
import { childrenOf, flagOf, isA, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import { processModel } from "./process-model.ts";
import type { ProcessModel } from "./process-model.ts";
import { readBpmn } from "./read-bpmn.ts";
import { RULES } from "./rules/index.ts";

export interface ParsedBpmn {
  /** The executable processes, each deployed by its own id. */
  readonly processes: readonly ProcessDefinition[];
  /** Processes with `isExecutable="false"`: kept and listed, not deployed (decided.md 13). */
  readonly drawings: readonly { readonly key: string; readonly name: string }[];
  readonly warnings: readonly Problem[];
}

/**
 * In: a BPMN 2.0 document as text, at most 2 MiB. Out: its processes with all references resolved. Problems carry the
 * element's id: what cannot be read (`XML_…`, `BPMN_UNREADABLE`), what moddle does not know (`BPMN_UNKNOWN_…`), what
 * the engine cannot execute (`BPMN_NOT_SUPPORTED`), and what breaks BPMN's own rules (`engine/parse/rules`).
 */
export async function parseBpmn(xml: string): Promise<Result<ParsedBpmn>> {
  const document = await readBpmn(xml);
  if (!document.ok) return document;
  const processes = childrenOf(document.value, "rootElements").filter((element) => isA(element, "bpmn:Process"));
  const models = processes.filter(isExecutable).map(processModel);
  const found = [...checkDocument(document.value), ...models.flatMap(problemsOf)];
  const problems = found.filter((problem) => problem.severity !== "warning");
  if (problems.length > 0) return { ok: false, problems };
  const drawings = processes.filter((process) => !isExecutable(process)).map(drawingOf);
  return {
    ok: true,
    value: {
      processes: models.map(processDefinition),
      drawings,
      warnings: found,
    },
  };
}

/** Only an explicit "false" makes a drawing of it: documents of many tools leave the attribute out. */
function isExecutable(process: Element): boolean {
  return flagOf(process, "isExecutable") !== false;
}

function drawingOf(process: Element): ParsedBpmn["drawings"][number] {
  const key = textOf(process, "id") ?? "";
  return { key, name: textOf(process, "name") ?? key };
}

function problemsOf(model: ProcessModel): readonly Problem[] {
  const elements = [model.process, ...model.nodes, ...model.flows];
  return RULES.flatMap((rule) => elements.flatMap((element) => rule(element, model)));
}
