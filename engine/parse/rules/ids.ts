/** Ids are names of variables, keys of records and parts of addresses: present, of safe letters, not a word of JavaScript. */
import { isA, textOf } from "../element.ts";
import { problemAt, warningAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const NAME = /^[A-Za-z_][A-Za-z0-9_.-]{0,127}$/;
const KEY = /^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$/;

export const ids: Rule = (element) => {
  const id = textOf(element, "id");
  if (id === undefined) return isA(element, "bpmn:SequenceFlow") ? FINE : [missing(element)];
  // `__proto__` and the like would reach into objects instead of naming an element.
  if (!NAME.test(id) || id in {}) {
    return [problemAt(element, "BPMN_ID_INVALID", `的编号无效：“${id}”`, `has the id "${id}", which is not allowed`)];
  }
  if (!isA(element, "bpmn:Process") || KEY.test(id)) return FINE;
  return [
    warningAt(
      element,
      "BPMN_KEY_STYLE",
      "的编号不是规范的键（小写字母开头的驼峰名）",
      "has an id that is no key of a pack (camelCase, beginning with a small letter)",
    ),
  ];
};

const missing = (element: Parameters<Rule>[0]): ReturnType<typeof problemAt> =>
  problemAt(element, "BPMN_ID_MISSING", "没有编号", "has no id");
