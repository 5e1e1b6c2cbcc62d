/** A data association copies one thing, computes one, or assigns parts (BPMN 2.0 §10.4.2). */
import { childOf, childrenOf, conditionOf, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { checkExpression } from "../check-expression.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;
const FORMULA = { zh: "数据变换", en: "data transformation" };
const FROM = { zh: "数据赋值来源", en: "source of a data assignment" };

export const dataAssociations: Rule = (element) => [
  ...childrenOf(element, "dataInputAssociations").flatMap((each) => checkAssociation(element, each)),
  ...childrenOf(element, "dataOutputAssociations").flatMap((each) => checkAssociation(element, each)),
];

function checkAssociation(element: Element, association: Element): ReturnType<Rule> {
  const transformation = childOf(association, "transformation");
  const assignments = childrenOf(association, "assignment");
  const isPlain = transformation === undefined && assignments.length === 0;
  return [
    ...(isPlain && childrenOf(association, "sourceRef").length > 1 ? [severalSources(element)] : FINE),
    ...(transformation === undefined ? FINE : checkExpression(element, transformation, FORMULA)),
    ...assignments.flatMap((each) => checkAssignment(element, each)),
  ];
}

/** §10.4.2, execution semantics: without an expression only one source is allowed. */
function severalSources(element: Element): ReturnType<typeof problemAt> {
  return problemAt(
    element,
    "BPMN_DATA_SOURCES",
    "的数据关联有多个来源，却没有变换或赋值",
    "has a data association with several sources and no transformation or assignment",
  );
}

function checkAssignment(element: Element, assignment: Element): ReturnType<Rule> {
  const from = childOf(assignment, "from");
  const to = conditionOf(textOf(childOf(assignment, "to"), "body") ?? "");
  const isPath = to === "" || (PATH.test(to) && !to.split(".").some((name) => name in {}));
  return [
    ...(from === undefined
      ? [problemAt(element, "BPMN_EXPRESSION_EMPTY", `的${FROM.zh}是空的`, `has an empty ${FROM.en}`)]
      : checkExpression(element, from, FROM)),
    ...(isPath
      ? FINE
      : [
          problemAt(
            element,
            "BPMN_DATA_TARGET",
            `的数据赋值目标“${to}”不是变量路径`,
            `assigns to "${to}", which is no path of a variable`,
          ),
        ]),
  ];
}
