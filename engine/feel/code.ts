/** What compiled code is: closures over the syntax tree, made once; and the scope they are made in. */
import type { Frame } from "./frame.ts";
import type { Run } from "./run.ts";
import type { SyntaxNode } from "./syntax.ts";
import { normalName, unquote } from "./text.ts";
import type { Value } from "./value.ts";

export type Code = (run: Run, frame: Frame | undefined) => Value;
/** One test of a unary-tests cell: does the input match? */
export type Test = (run: Run, frame: Frame | undefined, input: Value) => boolean | null;
export type Compile = (node: SyntaxNode, scope: Scope) => Code;

/** Names known while compiling; everything else is asked of the context at run time. */
export class Scope {
  readonly compile: Compile;
  /** Names the expression asks of its context, for whoever checks it before it runs. */
  readonly free: Set<string>;
  private readonly locals: readonly string[];
  /** Inside a filter any name may be an entry of the item, which only the run knows. */
  readonly hasMembers: boolean;

  constructor(compile: Compile, free = new Set<string>(), locals: readonly string[] = [], hasMembers = false) {
    this.compile = compile;
    this.free = free;
    this.locals = locals;
    this.hasMembers = hasMembers;
  }

  code(node: SyntaxNode | undefined): Code {
    if (node === undefined) throw new Error("Expected a syntax node but the tree has none: the grammar has changed");
    return this.compile(node, this);
  }

  with(...names: readonly string[]): Scope {
    return new Scope(this.compile, this.free, [...this.locals, ...names], this.hasMembers);
  }

  withMembers(): Scope {
    return new Scope(this.compile, this.free, [...this.locals, "item"], true);
  }

  isLocal(name: string): boolean {
    return this.locals.includes(name);
  }

  get isNested(): boolean {
    return this.locals.length > 0;
  }
}

/** What the grammar accepts and this engine does not run; caught by `compile`. */
export class Unsupported extends Error {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  constructor(code: string, zh: string, en: string) {
    super(en);
    this.code = code;
    this.zh = zh;
    this.en = en;
  }
}

/** Children without keywords and punctuation, which start with a small letter or a sign; `null` and `?` are values. */
export function parts(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children
    .filter((child) => /^[A-Z]/.test(child.name) || child.name === "null" || child.name === "?")
    .filter((child) => child.name !== "ArithOp" && child.name !== "CompareOp");
}

export function childNamed(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return node.children.find((child) => child.name === name);
}

/** The name written by a Name, VariableName, PathName, ParameterName or Key node. */
export function nameOf(node: SyntaxNode | undefined): string {
  if (node === undefined) return "";
  const literal = childNamed(node, "StringLiteral");
  return literal === undefined ? normalName(node.text) : unquote(literal.text);
}

/** Syntax nodes under and with this one: what one evaluation of it costs in steps. */
export function sizeOf(node: SyntaxNode): number {
  return node.children.reduce((sum, child) => sum + sizeOf(child), 1);
}

export function depthOf(node: SyntaxNode): number {
  return 1 + node.children.reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
}

export function contains(node: SyntaxNode, name: string): boolean {
  return node.name === name || node.children.some((child) => contains(child, name));
}
