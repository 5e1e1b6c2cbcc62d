/** Source text → a light syntax tree. `lezer-feel` is the only grammar (decided.md 18); its errors are nodes. */
import { parser } from "lezer-feel";
import type { Problem, Result } from "../model/problem.ts";

export type SourceKind = "expression" | "unaryTests";

export interface SyntaxNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly children: readonly SyntaxNode[];
}

/** Bounds of a source text: a longer or deeper one is refused before it is compiled. */
export const SOURCE_LIMIT = 10 * 1024;
const BRACKET_LIMIT = 100;
const NESTING_LIMIT = 400;

const PARSERS = {
  expression: parser.configure({ top: "Expression" }),
  unaryTests: parser.configure({ top: "UnaryTests" }),
};

/** In: source text. Out: its tree, or what is wrong with it and where (`FEEL_SYNTAX`, `FEEL_TOO_LONG`, `FEEL_TOO_DEEP`). */
export function parseSource(source: string, kind: SourceKind): Result<SyntaxNode> {
  if (source.length > SOURCE_LIMIT) {
    return refuse(
      "FEEL_TOO_LONG",
      `表达式过长：最多 ${SOURCE_LIMIT} 个字符`,
      `The expression is too long: at most ${SOURCE_LIMIT} characters`,
    );
  }
  if (source.trim() === "") {
    return refuse("FEEL_SYNTAX", "表达式为空", "The expression is empty");
  }
  // The grammar's tables need time quadratic in the nesting, so brackets are counted before it runs.
  if (bracketDepth(source) > BRACKET_LIMIT) return tooDeep();
  return buildTree(source, kind);
}

function buildTree(source: string, kind: SourceKind): Result<SyntaxNode> {
  const open: { name: string; from: number; to: number; children: SyntaxNode[] }[] = [];
  let root: SyntaxNode | undefined;
  let deepest = 0;
  let wrong: { from: number; to: number } | undefined;
  PARSERS[kind].parse(source).iterate({
    enter(node) {
      if (node.type.isError) wrong ??= { from: node.from, to: node.to };
      if (node.type.isSkipped || node.type.isError) return false;
      open.push({ name: node.name, from: node.from, to: node.to, children: [] });
      deepest = Math.max(deepest, open.length);
      return true;
    },
    leave(node) {
      if (node.type.isSkipped || node.type.isError) return;
      const done = open.pop();
      if (done === undefined) return;
      root = { ...done, text: source.slice(done.from, done.to) };
      open.at(-1)?.children.push(root);
    },
  });
  // The parser gives up on a tree far too deep, which then looks like a syntax error.
  if (deepest > NESTING_LIMIT) return tooDeep();
  if (wrong !== undefined) return syntaxError(source, wrong.from, wrong.to);
  return root === undefined ? syntaxError(source, 0, 0) : { ok: true, value: root };
}

function bracketDepth(source: string): number {
  let depth = 0;
  let deepest = 0;
  let isText = false;
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i] ?? "";
    if (isText && char === "\\") i += 1;
    else if (char === '"') isText = !isText;
    else if (isText) continue;
    else if ("([{".includes(char)) deepest = Math.max(deepest, (depth += 1));
    else if (")]}".includes(char)) depth -= 1;
  }
  return deepest;
}

function syntaxError(source: string, from: number, to: number): Result<never> {
  const position = from + 1;
  const near = excerpt(source, from, to);
  return near === ""
    ? refuse(
        "FEEL_SYNTAX",
        `表达式不完整：第 ${position} 个字符处缺少内容`,
        `The expression is incomplete: something is missing at character ${position}`,
      )
    : refuse(
        "FEEL_SYNTAX",
        `表达式语法错误：第 ${position} 个字符“${near}”附近无法识别`,
        `Syntax error at character ${position}, near "${near}"`,
      );
}

function excerpt(source: string, from: number, to: number): string {
  const text = source.slice(from, Math.max(to, from + 12)).trim();
  return Array.from(text).slice(0, 20).join("");
}

function tooDeep(): Result<never> {
  return refuse(
    "FEEL_TOO_DEEP",
    "表达式嵌套过深，请拆分为几个较小的表达式",
    "The expression is nested too deeply: split it into smaller ones",
  );
}

function refuse(code: string, zh: string, en: string): Result<never> {
  const problem: Problem = { code, zh, en };
  return { ok: false, problems: [problem] };
}
