/** Literals of a source text, as values known when it is compiled (DMN grammar rules 33–38). */
import { Unsupported } from "./code.ts";
import { childNamed } from "./code.ts";
import { parseNumber } from "./number.ts";
import type { SyntaxNode } from "./syntax.ts";
import { parseTemporal } from "./temporal-text.ts";
import { unquote } from "./text.ts";
import type { Value } from "./value.ts";

/** The value of a literal node; `undefined` for any other node. */
export function literalOf(node: SyntaxNode): Value | undefined {
  switch (node.name) {
    case "null":
      return null;
    case "BooleanLiteral":
      return node.text === "true";
    case "StringLiteral":
      return unquote(node.text);
    case "NumericLiteral":
      return numberOf(node.text);
    case "DateTimeLiteral":
      return atLiteral(node);
    default:
      return undefined;
  }
}

function numberOf(text: string): Value {
  const value = parseNumber(text.replace(/\s+/g, ""));
  if (value !== null) return value;
  throw new Unsupported("FEEL_SYNTAX", `数字“${text}”超出范围`, `The number "${text}" is out of range`);
}

/** `@"…"` is checked when compiled: a date that does not exist is a mistake of the author. */
function atLiteral(node: SyntaxNode): Value | undefined {
  const literal = childNamed(node, "AtLiteral");
  if (literal === undefined) return undefined;
  const text = unquote(childNamed(literal, "StringLiteral")?.text ?? '""');
  const value = parseTemporal(text);
  if (value !== null) return value;
  throw new Unsupported(
    "FEEL_SYNTAX",
    `“${text}”不是有效的日期、时间或时长`,
    `"${text}" is not a valid date, time or duration`,
  );
}
