/** Resource roles (BPMN 2.0 §10.3.1, §10.3.4.1): who does an activity, by an expression or by a resource and its parameters. */
import type { Feel } from "../../model/process.ts";
import { childOf, childrenOf, conditionOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";

/** Of a performer that is a person: whose task it is. Everybody else may only take it. */
export function performerOf(holder: Element): Feel | undefined {
  return childrenOf(holder, "resources").filter(isPerformer).flatMap(expressionOf)[0];
}

/** Potential owners, and whatever role names a resource, which is no single person. */
export function ownersOf(holder: Element): readonly Feel[] {
  return childrenOf(holder, "resources").flatMap((role) => (isPerformer(role) ? byResource(role) : ownersBy(role)));
}

export function ownersBy(role: Element): readonly Feel[] {
  return [...expressionOf(role), ...byResource(role)];
}

/** A potential owner is a human performer to BPMN's classes, but only one who could be. */
function isPerformer(role: Element): boolean {
  return isA(role, "bpmn:Performer") && !isA(role, "bpmn:PotentialOwner");
}

function expressionOf(role: Element): readonly Feel[] {
  const body = bodyOf(childOf(childOf(role, "resourceAssignmentExpression"), "expression"));
  return body === "" ? [] : [body];
}

/** `<value>/<value>/<resource>`: bound to one unit, a resource is that unit's group (`<unitCode>/<roleKey>`). */
function byResource(role: Element): readonly Feel[] {
  const resource = childOf(role, "resourceRef");
  if (resource === undefined) return [];
  const name = JSON.stringify(textOf(resource, "name") ?? textOf(resource, "id") ?? "");
  const values = childrenOf(role, "resourceParameterBindings").map((binding) => bodyOf(childOf(binding, "expression")));
  return [[...values.filter((body) => body !== "").map((body) => `string(${body}) + "/"`), name].join(" + ")];
}

const bodyOf = (expression: Element | undefined): Feel => conditionOf(textOf(expression, "body") ?? "");

/** Every expression of a holder's roles, for the rules. */
export function resourceExpressions(holder: Element): readonly Element[] {
  const roles = childrenOf(holder, "resources");
  const bindings = roles.flatMap((role) => childrenOf(role, "resourceParameterBindings"));
  const assigned = roles.map((role) => childOf(role, "resourceAssignmentExpression"));
  return [...assigned, ...bindings].flatMap((each) => childOf(each, "expression") ?? []);
}
