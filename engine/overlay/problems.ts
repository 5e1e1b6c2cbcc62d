/** Everything that can be wrong with a pack or an overlay, said once in both languages. */
import type { Operation, PackDocument } from "../model/pack.ts";
import type { Problem } from "../model/problem.ts";

export function packProblem(code: string, path: string, zh: string, en: string): Problem {
  return { code, zh: `${path}：${zh}`, en: `${path}: ${en}`, path };
}

/** A problem of one document, at a JSON pointer inside it. */
export function documentProblem(
  { kind, key }: Pick<PackDocument, "kind" | "key">,
  pointer: string,
  zh: string,
  en: string,
): Problem {
  return packProblem("PACK_CONTENT_INVALID", `${kind}/${key}${pointer}`, zh, en);
}

/** A problem of one operation; the path names it so that its author finds it. */
export function operationProblem(code: string, operation: Operation, zh: string, en: string): Problem {
  const { kind, definition, item } = operation.target;
  const where = `${kind}/${definition}${item === undefined ? "" : `/${item}`}`;
  return {
    code,
    zh: `操作“${operation.id}”（${where}）：${zh}`,
    en: `Operation "${operation.id}" (${where}): ${en}`,
    path: `/operations/${operation.id}`,
  };
}
