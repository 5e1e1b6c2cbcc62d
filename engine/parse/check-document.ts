/** What stands beside the processes of a document: what is only drawn passes, what would have to run is refused by name. */
import type { Problem } from "../model/problem.ts";
import { isGlobalTask } from "./build/global-task.ts";
import { documentElements } from "./document-elements.ts";
import { DOCUMENT_RULES } from "./document-rules/index.ts";
import { childrenOf, isA, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import { warningAt } from "./problems.ts";
import { checkGlobalTask } from "./check-global-task.ts";
import { foreignAttributes } from "./rules/foreign-attributes.ts";

/** What several parties agree on is for the reader: a process engine runs processes (BPMN 2.0 §2.4, choreography modeling). */
const DRAWN = "bpmn:Choreography";

export function checkDocument(definitions: Element): readonly Problem[] {
  const roots = childrenOf(definitions, "rootElements");
  const drawn = roots.filter((element) => isA(element, DRAWN));
  const imports = childrenOf(definitions, "imports").map(imported);
  const empty = roots.some((element) => isA(element, "bpmn:Process")) ? [] : [withoutProcess()];
  const elements = documentElements(definitions);
  const broken = DOCUMENT_RULES.flatMap((rule) => elements.flatMap(rule));
  return [
    ...drawn.map((element) => warningAt(element, "BPMN_ONLY_DRAWN", "只作图示，不执行", "is only drawn, not executed")),
    ...roots.filter(isGlobalTask).flatMap(checkGlobalTask),
    ...imports,
    ...empty,
    ...broken,
    ...foreignAttributes(definitions),
  ];
}

/** Types of another file are not needed, values being JSON; whatever else is needed of it will be missed by its name. */
function imported(element: Element): Problem {
  const location = textOf(element, "location") ?? textOf(element, "namespace") ?? "";
  return {
    code: "BPMN_IMPORT_NOT_READ",
    severity: "warning",
    zh: `导入的“${location}”不读取，只用本文件中的内容`,
    en: `The import "${location}" is not read; only what stands in this file is used`,
  };
}

function withoutProcess(): Problem {
  return { code: "BPMN_WITHOUT_PROCESS", zh: "文件中没有流程", en: "There is no process in the document" };
}
