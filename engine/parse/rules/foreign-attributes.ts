/** Attributes of other tools are kept, ignored and told (decided.md 14). */
import type { Element } from "../element.ts";
import { warningAt } from "../problems.ts";
import type { Rule } from "./rule.ts";

/** Namespaces of the document itself, of XML, of drawing colours, and of Camunda Modeler (which platform a file is for). */
const KNOWN = /^(xmlns|xml|xsi|bpmn|bpmndi|dc|di|zeebe|gl|color|bioc|modeler)(:|$)/;

export const foreignAttributes = (element: Element): ReturnType<Rule> =>
  foreignOf(element).map((name) =>
    warningAt(
      element,
      "BPMN_FOREIGN_KEPT",
      `含外来属性“${name}”，保留但不执行`,
      `has the foreign attribute "${name}"; it is kept and ignored`,
    ),
  );

function foreignOf(element: Element): readonly string[] {
  return Object.keys(element.$attrs ?? {}).filter((name) => name.includes(":") && !KNOWN.test(name));
}
