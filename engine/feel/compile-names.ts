/** Names, paths and function calls: the only ways an expression reaches anything, and only own entries at that. */
import { BUILTINS } from "./builtins/index.ts";
import { childNamed, nameOf, parts } from "./code.ts";
import type { Code, Scope } from "./code.ts";
import { propertyOf } from "./properties.ts";
import type { Frame } from "./frame.ts";
import type { Run } from "./run.ts";
import type { SyntaxNode } from "./syntax.ts";
import { normalName } from "./text.ts";
import { entryOf, FeelFunction, isContext, isList, kindInChinese, kindOf } from "./value.ts";
import type { Arguments, Context, Value } from "./value.ts";

export function compileName(node: SyntaxNode, scope: Scope): Code {
  const name = node.name === "?" ? "?" : nameOf(node);
  if (!scope.isLocal(name) && !BUILTINS.has(name)) scope.free.add(name);
  if (!scope.isNested) return (run) => global(run, name);
  return (run, frame) => {
    const value = local(run, frame, name);
    // Null is a value: it hides whatever has the same name outside.
    return value === undefined ? global(run, name, isAboutItem(frame)) : value;
  };
}

/** Inside a filter over contexts an unknown name is an entry this item lacks, which is null and no mistake. */
function isAboutItem(frame: Frame | undefined): boolean {
  for (let at = frame; at !== undefined; at = at.parent) {
    if (at.hasMembers === true && isContext(at.value)) return true;
  }
  return false;
}

function local(run: Run, frame: Frame | undefined, name: string): Value | undefined {
  for (let at = frame; at !== undefined; at = at.parent) {
    if (at.hasMembers === true && isContext(at.value)) {
      const member = memberOf(at.value, name);
      if (member !== undefined) return member;
    }
    if (at.name === name) return at.isGrowing === true ? copyOf(run, at.value) : at.value;
  }
  return undefined;
}

function copyOf(run: Run, list: Value): Value {
  if (!isList(list)) return list;
  run.spend(list.length >> 4);
  return [...list];
}

function global(run: Run, name: string, mayLack = false): Value {
  const value: Value | undefined = run.context.variables(name);
  if (value !== undefined) return value;
  const known = BUILTINS.get(name) ?? (mayLack ? null : undefined);
  return known !== undefined
    ? known
    : run.fault("FEEL_UNKNOWN_NAME", `未知的变量“${name}”`, `Unknown variable "${name}"`);
}

/** An own entry by its key, or by the same name spaced differently. */
export function memberOf(context: Context, name: string): Value | undefined {
  const exact = entryOf(context, name);
  if (exact !== undefined || !name.includes(" ")) return exact;
  const key = Object.keys(context).find((candidate) => normalName(candidate) === name);
  return key === undefined ? undefined : entryOf(context, key);
}

export function compilePath(node: SyntaxNode, scope: Scope): Code {
  const [target] = parts(node);
  const name = nameOf(node.children.at(-1));
  const code = scope.code(target);
  return (run, frame) => pathOf(run, code(run, frame), name);
}

/** A path over a list is the list of the paths (DMN §10.3.2.5.2). */
function pathOf(run: Run, target: Value, name: string): Value {
  if (target === null) return null;
  if (isList(target)) {
    run.spend(target.length);
    return run.nested(1, () => target.map((item) => pathOf(run, item, name)));
  }
  if (isContext(target)) return memberOf(target, name) ?? null;
  const property = propertyOf(target, name);
  if (property !== undefined) return property;
  const kind = kindOf(target);
  return run.fault("FEEL_TYPE", `${kindInChinese(target)}没有属性“${name}”`, `A ${kind} has no property "${name}"`);
}

export function compileCall(node: SyntaxNode, scope: Scope): Code {
  const callee = parts(node)[0];
  const name = calleeName(callee);
  const isFree = name !== undefined && !scope.isLocal(name);
  if (isFree && name === "is defined") return compileIsDefined(node, scope);
  const args = compileArguments(node, scope);
  const known = isFree && !scope.hasMembers ? BUILTINS.get(name) : undefined;
  // A variable that happens to be called `count` does not hide the function: variables are never functions.
  if (known !== undefined) return (run, frame) => call(run, known, args(run, frame), name ?? "");
  const code = name === undefined ? scope.code(callee) : compileCallee(name, scope);
  return (run, frame) => call(run, code(run, frame), args(run, frame), name ?? "function");
}

/** A name called that is no function falls through to the built-in of that name; `call` says when there is none. */
function compileCallee(name: string, scope: Scope): Code {
  if (!scope.isLocal(name) && !BUILTINS.has(name)) scope.free.add(name);
  return (run, frame) => {
    const value = local(run, frame, name);
    return value instanceof FeelFunction ? value : (BUILTINS.get(name) ?? null);
  };
}

function calleeName(callee: SyntaxNode | undefined): string | undefined {
  if (callee === undefined) return undefined;
  return callee.name === "VariableName" ||
    callee.name === "SpecialFunctionName" ||
    callee.name === "DateTimeConstructor"
    ? nameOf(callee)
    : undefined;
}

function call(run: Run, target: Value, args: Arguments, name: string): Value {
  if (!(target instanceof FeelFunction)) {
    return run.fault("FEEL_UNKNOWN_FUNCTION", `未知的函数“${name}”`, `Unknown function "${name}"`);
  }
  run.spend(1);
  const value = target.invoke(run, args);
  if (value !== undefined) return value;
  return run.fault(
    "FEEL_TYPE",
    `函数“${name}”的参数不正确：${valuesOf(args).map(kindInChinese).join("、") || "无参数"}`,
    `The arguments do not fit the function "${name}": ${valuesOf(args).map(kindOf).join(", ") || "none"}`,
  );
}

function valuesOf(args: Arguments): readonly Value[] {
  return "named" in args ? [...args.named.values()] : args.positional;
}

/** `is defined(x)`: the one place where a name may be missing in a strict evaluation. */
function compileIsDefined(node: SyntaxNode, scope: Scope): Code {
  const [target] = argumentNodes(node);
  const code = scope.code(target);
  return (run, frame) => run.as(false, (inner) => code(inner, frame)) !== null;
}

function argumentNodes(node: SyntaxNode): readonly SyntaxNode[] {
  const list = childNamed(node, "PositionalParameters");
  return list === undefined ? [] : parts(list);
}

function compileArguments(node: SyntaxNode, scope: Scope): (run: Run, frame: Frame | undefined) => Arguments {
  const named = childNamed(node, "NamedParameters");
  if (named !== undefined) return compileNamed(named, scope);
  const codes = argumentNodes(node).map((argument) => scope.code(argument));
  return (run, frame) => ({ positional: codes.map((code) => code(run, frame)) });
}

function compileNamed(node: SyntaxNode, scope: Scope): (run: Run, frame: Frame | undefined) => Arguments {
  const entries = parts(node).map((parameter) => {
    const [name, value] = parts(parameter);
    return [nameOf(name), scope.code(value)] as const;
  });
  return (run, frame) => ({ named: new Map(entries.map(([name, code]) => [name, code(run, frame)])) });
}
