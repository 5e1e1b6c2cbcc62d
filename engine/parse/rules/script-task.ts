/** A script task has one FEEL script, in zeebe's element or BPMN's own, and a variable for what zeebe's gives. */
import { scriptOf } from "../build/flow-node.ts";
import { conditionOf, extensionOf, isA, textOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

export const scriptTask: Rule = (element) => {
  if (!isA(element, "bpmn:ScriptTask")) return FINE;
  if (conditionOf(scriptOf(element)) === "") {
    return [problemAt(element, "BPMN_SCRIPT_EMPTY", "没有脚本", "has no script")];
  }
  const script = extensionOf(element, "zeebe:Script");
  if (script === undefined) return FINE;
  if ((textOf(element, "script") ?? "").trim() !== "") {
    return [problemAt(element, "BPMN_SCRIPT_TWICE", "有两个脚本", "has two scripts: zeebe's and its own")];
  }
  const name = textOf(script, "resultVariable") ?? "";
  if (NAME.test(name) && !(name in {})) return FINE;
  return [
    problemAt(element, "BPMN_SCRIPT_RESULT", "的脚本没有结果变量", "has a script without a variable for its result"),
  ];
};
