/** What a rule is: a table of small files in the manner of bpmnlint, one rule a file. */
import type { Problem } from "../../model/problem.ts";
import type { Element } from "../element.ts";
import type { ProcessModel } from "../process-model.ts";

/**
 * Asked about the process itself and each flow node and sequence flow in it, whatever the kind; answers what is wrong
 * there. A problem of severity "warning" is told but does not refuse the process.
 */
export type Rule = (element: Element, model: ProcessModel) => readonly Problem[];

export const FINE: readonly Problem[] = [];
