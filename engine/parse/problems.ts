/** Problems of BPMN documents, each by element id and in both languages. */
import type { Problem } from "../model/problem.ts";
import { textOf } from "./element.ts";
import type { Element } from "./element.ts";
import { titleOf, typeName } from "./type-names.ts";

/** `zh` and `en` say what is wrong; the element's kind and title are put before them. */
export function problemAt(element: Element, code: string, zh: string, en: string): Problem {
  const elementId = textOf(element, "id");
  const type = typeName(element);
  const title = titleOf(element);
  return {
    code,
    zh: `${type.zh}“${title}”${zh}`,
    en: `The ${type.en} "${title}" ${en}`,
    ...(elementId === undefined ? {} : { elementId }),
  };
}

export function warningAt(element: Element, code: string, zh: string, en: string): Problem {
  return { ...problemAt(element, code, zh, en), severity: "warning" };
}

/** Never passed through in silence: what the engine cannot execute is refused by name. */
export function notSupported(element: Element, what?: { readonly zh: string; readonly en: string }): Problem {
  return what === undefined
    ? problemAt(element, "BPMN_NOT_SUPPORTED", "引擎暂不支持", "is not supported by the engine yet")
    : problemAt(
        element,
        "BPMN_NOT_SUPPORTED",
        `使用了引擎暂不支持的${what.zh}`,
        `uses ${what.en}, which the engine does not support yet`,
      );
}
