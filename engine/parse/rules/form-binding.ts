/** Forms, decisions and processes are those of the bundle (binding `deployment`); other bindings are refused (decided.md 11). */
import { extensionOf, extensionsOf, isA, ownTextOf } from "../element.ts";
import type { Element } from "../element.ts";
import { notSupported, problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const BOUND = ["zeebe:FormDefinition", "zeebe:CalledElement", "zeebe:CalledDecision"];

export const formBinding: Rule = (element) => [...bindings(element), ...formKeys(element)];

function bindings(element: Element): ReturnType<Rule> {
  return extensionsOf(element)
    .filter((extension) => BOUND.includes(extension.$type))
    .map((extension) => ownTextOf(extension, "bindingType") ?? "deployment")
    .filter((binding) => binding !== "deployment")
    .map((binding) =>
      problemAt(
        element,
        "BPMN_BINDING",
        `的绑定方式“${binding}”不受支持，只支持 deployment`,
        `uses the binding "${binding}"; only "deployment" is supported`,
      ),
    );
}

function formKeys(element: Element): ReturnType<Rule> {
  const form = extensionOf(element, "zeebe:FormDefinition");
  if (form === undefined || !isA(element, "bpmn:UserTask")) return FINE;
  if (ownTextOf(form, "formKey") !== undefined || ownTextOf(form, "externalReference") !== undefined) {
    return [
      notSupported(element, {
        zh: "formKey 或 externalReference（请用 formId）",
        en: "formKey or externalReference (use formId)",
      }),
    ];
  }
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(ownTextOf(form, "formId") ?? "")) return FINE;
  return [
    problemAt(element, "BPMN_FORM_WITHOUT_ID", "的表单没有有效编号（formId）", "has a form without a valid formId"),
  ];
}
