/** Resource roles name somebody, by FEEL or by a resource with its own parameters (BPMN 2.0 §10.3.1). */
import { resourceExpressions } from "../build/resources.ts";
import { childOf, childrenOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt, warningAt } from "../problems.ts";
import { checkExpression } from "../check-expression.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const WHAT = { zh: "人员表达式", en: "expression for people" };

export const resources: Rule = (element) => {
  const roles = childrenOf(element, "resources");
  if (roles.length === 0) return FINE;
  return [
    ...roles.flatMap((role) => [...checkNamed(element, role), ...checkParameters(element, role)]),
    ...resourceExpressions(element).flatMap((expression) => checkExpression(element, expression, WHAT)),
    ...checkPlace(element),
  ];
};

function checkNamed(element: Element, role: Element): ReturnType<Rule> {
  const isNamed = ["resourceRef", "resourceAssignmentExpression"].some((name) => childOf(role, name) !== undefined);
  if (isNamed) return FINE;
  const title = textOf(role, "name") ?? "";
  return [
    problemAt(
      element,
      "BPMN_ROLE_WITHOUT_PEOPLE",
      `的资源角色“${title}”没有指明人员`,
      `has the resource role "${title}", which names nobody`,
    ),
  ];
}

/** Table 10.5: a binding is of a parameter of the role's own resource; a required parameter is bound. */
function checkParameters(element: Element, role: Element): ReturnType<Rule> {
  const parameters = childrenOf(childOf(role, "resourceRef"), "resourceParameters");
  const bound = childrenOf(role, "resourceParameterBindings").map((binding) => childOf(binding, "parameterRef"));
  const foreign = bound.filter((parameter) => parameter === undefined || !parameters.includes(parameter));
  const missing = parameters.filter(
    (parameter) => Reflect.get(parameter, "isRequired") === true && !bound.includes(parameter),
  );
  return [
    ...foreign.map(() =>
      problemAt(
        element,
        "BPMN_RESOURCE_PARAMETER",
        "给出了该资源没有的参数",
        "binds a parameter that its resource does not have",
      ),
    ),
    ...missing.map((parameter) => {
      const name = textOf(parameter, "name") ?? textOf(parameter, "id") ?? "";
      return problemAt(
        element,
        "BPMN_RESOURCE_PARAMETER",
        `没有给出资源的必需参数“${name}”`,
        `does not bind the required parameter "${name}" of its resource`,
      );
    }),
  ];
}

/** Only user tasks are given to people; elsewhere a role is for the reader. */
function checkPlace(element: Element): ReturnType<Rule> {
  if (isA(element, "bpmn:UserTask") || isA(element, "bpmn:Process")) return FINE;
  return [
    warningAt(
      element,
      "BPMN_ONLY_DRAWN",
      "的资源角色只作说明，只有用户任务派给人",
      "has resource roles for the reader only; only user tasks are given to people",
    ),
  ];
}
