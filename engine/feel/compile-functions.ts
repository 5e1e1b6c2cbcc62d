/** Function definitions, types and `instance of` (DMN §10.3.2.9, §10.3.2.13). */
import { childNamed, depthOf, nameOf, parts, sizeOf, Unsupported } from "./code.ts";
import { frameOf } from "./frame.ts";
import type { Code, Scope } from "./code.ts";
import type { Run } from "./run.ts";
import type { SyntaxNode } from "./syntax.ts";
import { memberOf } from "./compile-names.ts";
import { FeelFunction, isContext, isList, kindOf } from "./value.ts";
import type { Arguments, Value } from "./value.ts";

type TypeCheck = (run: Run, value: Value) => boolean;

interface Formal {
  readonly name: string;
  readonly accepts: TypeCheck;
}

export function compileFunction(node: SyntaxNode, scope: Scope): Code {
  if (childNamed(node, "external") !== undefined) {
    throw new Unsupported("FEEL_UNSUPPORTED", "不支持外部函数（external）", "External functions are not supported");
  }
  const formals = parts(childNamed(node, "FormalParameters") ?? node)
    .filter((child) => child.name === "FormalParameter")
    .map(formalOf);
  const bodyNode = parts(childNamed(node, "FunctionBody") ?? node)[0];
  const body = scope.with(...formals.map((formal) => formal.name)).code(bodyNode);
  const cost = bodyNode === undefined ? 1 : sizeOf(bodyNode);
  const levels = bodyNode === undefined ? 1 : depthOf(bodyNode);
  return (_run, frame) => {
    return new FeelFunction((run, args) => {
      const values = bindFormals(run, formals, args);
      if (values === undefined) return undefined;
      run.spend(cost);
      const inner = formals.reduce((at, formal, index) => frameOf(at, formal.name, values[index] ?? null), frame);
      return run.nested(levels, () => body(run, inner));
    });
  };
}

function formalOf(node: SyntaxNode): Formal {
  const type = childNamed(node, "Type");
  return {
    name: nameOf(childNamed(node, "ParameterName")),
    accepts: type === undefined ? () => true : compileType(type),
  };
}

function bindFormals(run: Run, formals: readonly Formal[], args: Arguments): readonly Value[] | undefined {
  if ("positional" in args)
    return args.positional.length === formals.length ? accepted(run, formals, args.positional) : undefined;
  if ([...args.named.keys()].some((name) => !formals.some((formal) => formal.name === name))) return undefined;
  return accepted(
    run,
    formals,
    formals.map((formal) => args.named.get(formal.name) ?? null),
  );
}

/** null fits every type: FEEL's parameters are never required to be there. */
function accepted(run: Run, formals: readonly Formal[], values: readonly Value[]): readonly Value[] | undefined {
  return formals.every(
    (formal, index) => (values[index] ?? null) === null || formal.accepts(run, values[index] ?? null),
  )
    ? values
    : undefined;
}

export function compileInstanceOf(node: SyntaxNode, scope: Scope): Code {
  const [value, type] = parts(node);
  const code = scope.code(value);
  if (type === undefined) throw new Error("Expected a type after instance of");
  const check = compileType(type);
  return (run, frame) => check(run, code(run, frame));
}

const NAMED_TYPES: Readonly<Record<string, TypeCheck>> = {
  Any: (_run, value) => value !== null,
  Null: (_run, value) => value === null,
  number: (_run, value) => kindOf(value) === "number",
  string: (_run, value) => typeof value === "string",
  boolean: (_run, value) => typeof value === "boolean",
  date: (_run, value) => kindOf(value) === "date",
  time: (_run, value) => kindOf(value) === "time",
  "date and time": (_run, value) => kindOf(value) === "date and time",
  "days and time duration": (_run, value) => kindOf(value) === "days and time duration",
  "years and months duration": (_run, value) => kindOf(value) === "years and months duration",
  list: (_run, value) => isList(value),
  context: (_run, value) => isContext(value),
  range: (_run, value) => kindOf(value) === "range",
  function: (_run, value) => kindOf(value) === "function",
};

/** Types are checked structurally; a name that is no FEEL type is refused when compiled. */
function compileType(node: SyntaxNode): TypeCheck {
  const [shape] = parts(node);
  switch (shape?.name) {
    case "ListType":
      return listType(shape);
    case "ContextType":
      return contextType(shape);
    case "FunctionType":
      return (_run, value) => kindOf(value) === "function";
    default:
      return namedType(node.text.replace(/\s+/g, " ").trim());
  }
}

function namedType(name: string): TypeCheck {
  const check = Object.hasOwn(NAMED_TYPES, name) ? NAMED_TYPES[name] : undefined;
  if (check !== undefined) return check;
  throw new Unsupported("FEEL_UNKNOWN_TYPE", `未知的类型“${name}”`, `Unknown type "${name}"`);
}

function listType(node: SyntaxNode): TypeCheck {
  const element = childNamed(node, "Type");
  const check = element === undefined ? () => true : compileType(element);
  // A list of Any may hold null.
  const isAny = element?.text.trim() === "Any";
  return (run, value) => {
    if (!isList(value)) return false;
    run.spend(value.length);
    return isAny || value.every((item) => check(run, item));
  };
}

function contextType(node: SyntaxNode): TypeCheck {
  const entries = parts(childNamed(node, "ContextEntryTypes") ?? node).map((entry) => {
    const type = childNamed(entry, "Type");
    return { name: nameOf(childNamed(entry, "Name")), check: type === undefined ? () => true : compileType(type) };
  });
  return (run, value) =>
    isContext(value) && entries.every(({ name, check }) => check(run, memberOf(value, name) ?? null));
}
