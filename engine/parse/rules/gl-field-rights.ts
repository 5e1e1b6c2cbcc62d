/** Field rights name a field by JSON Pointer and one of three rights, each field once. */
import { childrenOf, extensionOf, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { FIELD_RIGHTS } from "../gl-moddle.ts";
import { problemAt } from "../problems.ts";
import type { Rule } from "./rule.ts";

export const glFieldRights: Rule = (element) => {
  const fields = childrenOf(extensionOf(element, "gl:FieldRights"), "fields");
  const paths = fields.map((field) => textOf(field, "path") ?? "");
  return fields.flatMap((field, at) => check(element, field, paths.indexOf(paths[at] ?? "") !== at));
};

function check(element: Element, field: Element, isRepeated: boolean): ReturnType<Rule> {
  const [path, right] = [textOf(field, "path") ?? "", textOf(field, "right") ?? ""];
  const known: readonly string[] = FIELD_RIGHTS;
  const problems = [];
  if (!path.startsWith("/") || isRepeated) {
    problems.push(
      problemAt(
        element,
        "GL_FIELD_PATH",
        `的字段权限路径“${path}”无效或重复`,
        `has a field right with the path "${path}", which is invalid or repeated`,
      ),
    );
  }
  if (!known.includes(right)) {
    problems.push(
      problemAt(element, "GL_FIELD_RIGHT", `的字段权限“${right}”未知`, `has the unknown field right "${right}"`),
    );
  }
  return problems;
}
