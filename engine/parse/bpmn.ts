/** BPMN documents → process definitions: read, checked by the table of rules, built; or every problem by element id. */
import type { ProcessDefinition } from "../model/process.ts";
import type { Problem, Result } from "../model/problem.ts";
import { globalTask, isGlobalTask } from "./build/global-task.ts";
import { processDefinition } from "./build/process.ts";
import { checkDocument } from "./check-document.ts";
import { childrenOf, flagOf, isA, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import { processModel } from "./process-model.ts";
import type { ProcessModel } from "./process-model.ts";
import { readBpmn } from "./read-bpmn.ts";
import { RULES } from "./rules/index.ts";

export interface ParsedBpmn {
  /** The executable processes, each deployed by its own id; after them global tasks, called like processes. */
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
  const { definitions } = document.value;
  const roots = childrenOf(definitions, "rootElements");
  const processes = roots.filter((element) => isA(element, "bpmn:Process"));
  const models = processes.filter(isExecutable).map(processModel);
  const found = together(document.value.problems, [...checkDocument(definitions), ...models.flatMap(problemsOf)]);
  const problems = found.filter(isError);
  if (problems.length > 0) return { ok: false, problems: bounded(problems) };
  const drawings = processes.filter((process) => !isExecutable(process)).map(drawingOf);
  return {
    ok: true,
    value: {
      processes: [...models.map(processDefinition), ...roots.filter(isGlobalTask).map(globalTask)],
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

const isError = (problem: Problem): boolean => problem.severity !== "warning";

/** Where a reference leads nowhere, what the rules say of that element is a consequence of it. */
function together(read: readonly Problem[], checked: readonly Problem[]): readonly Problem[] {
  const dangling = read.filter(({ code }) => code === "BPMN_UNRESOLVED_REFERENCE");
  const lost = new Set(dangling.flatMap(({ elementId }) => elementId ?? []));
  return [...read, ...checked.filter(({ elementId }) => elementId === undefined || !lost.has(elementId))];
}

/** All problems, so that a model is corrected in one go; but nobody reads more, and no answer grows without end. */
const MOST_PROBLEMS = 1_000;

function bounded(problems: readonly Problem[]): readonly Problem[] {
  const rest = problems.length - MOST_PROBLEMS;
  if (rest <= 0) return problems;
  const more = {
    code: "BPMN_MORE_PROBLEMS",
    zh: `另有 ${rest} 个问题未列出`,
    en: `${rest} more problems are not listed`,
  };
  return [...problems.slice(0, MOST_PROBLEMS), more];
}

function problemsOf(model: ProcessModel): readonly Problem[] {
  const elements = [model.process, ...model.nodes, ...model.flows];
  return RULES.flatMap((rule) => elements.flatMap((element) => rule(element, model)));
}
