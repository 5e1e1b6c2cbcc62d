/** Global tasks say what their kind of task needs: a script in FEEL, a decision with a name for the answer (BPMN 2.0 §10.3.6). */
import { compile } from "../feel/index.ts";
import type { Problem } from "../model/problem.ts";
import { businessRule } from "./build/business-rule.ts";
import { globalScript } from "./build/global-task.ts";
import { isVariableName } from "./build/variable-name.ts";
import { isA, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import { problemAt } from "./problems.ts";
import { processModel } from "./process-model.ts";
import { ids } from "./rules/ids.ts";
import { isFeelName } from "./feel-name.ts";
import { resources } from "./rules/resources.ts";
import { FINE } from "./rules/rule.ts";

export function checkGlobalTask(task: Element): readonly Problem[] {
  const model = processModel(task);
  return [
    ...ids(task, model),
    ...checkWork(task),
    ...(isA(task, "bpmn:GlobalUserTask") ? resources(task, model) : FINE),
  ];
}

function checkWork(task: Element): readonly Problem[] {
  if (isA(task, "bpmn:GlobalScriptTask")) return checkScript(task);
  if (!isA(task, "bpmn:GlobalBusinessRuleTask")) return FINE;
  const { decision, result } = businessRule(task);
  if (decision === "") {
    return [problemAt(task, "BPMN_RULE_WITHOUT_DECISION", "没有指定决策表", "does not say which decision it asks")];
  }
  if (isVariableName(result)) return FINE;
  return [problemAt(task, "BPMN_RULE_WITHOUT_RESULT", "没有有效的结果变量", "has no valid variable for the result")];
}

function checkScript(task: Element): readonly Problem[] {
  const language = textOf(task, "scriptLanguage");
  if (language !== undefined && !isFeelName(language)) {
    return [
      problemAt(
        task,
        "BPMN_EXPRESSION_LANGUAGE",
        `的表达式语言“${language}”不受支持，只支持 FEEL`,
        `uses the expression language "${language}"; only FEEL is supported`,
      ),
    ];
  }
  const script = globalScript(task);
  if (script === "") return [problemAt(task, "BPMN_SCRIPT_EMPTY", "没有脚本", "has no script")];
  const compiled = compile(script);
  if (compiled.ok) return FINE;
  return compiled.problems.map(({ zh, en }) =>
    problemAt(
      task,
      "BPMN_FEEL_INVALID",
      `的表达式“${script}”有误：${zh}`,
      `has a faulty expression "${script}": ${en}`,
    ),
  );
}
