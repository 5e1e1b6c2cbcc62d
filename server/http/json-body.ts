/** Reads a JSON body within the limits of S27: size, depth, no key that could reach a prototype, no text that no database keeps. */
import { json, type Request, type Response } from "express";
import type { Problem, Result } from "../../engine/model/problem.ts";
import { problem } from "./problems.ts";

const usualBytes = 1_048_576;
const maxDepth = 64;
const refusedKeys = new Set(["__proto__", "constructor", "prototype"]);

const parserFor = (limit: number) => json({ limit, strict: true, type: "application/json" });
const usualParser = parserFor(usualBytes);

/** PostgreSQL keeps no U+0000 in a text; nobody writes it, so it is refused for both databases. */
function textProblem(text: string, path: string): Problem | undefined {
  return text.includes("\u0000") ? problem("BODY_CHARACTER_REFUSED", {}, { path: path.slice(0, 200) }) : undefined;
}

/** The first thing wrong inside a parsed value, or undefined. Recursion ends at the depth limit. */
function treeProblem(value: unknown, depth = 0, path = ""): Problem | undefined {
  if (typeof value === "string") return textProblem(value, path);
  if (typeof value !== "object" || value === null) return undefined;
  if (depth >= maxDepth) return problem("BODY_TOO_DEEP", { limit: maxDepth }, { path: path.slice(0, 200) });
  for (const [key, child] of Object.entries(value)) {
    const at = `${path}/${key}`;
    const unfit = textProblem(key, path);
    if (unfit !== undefined) return unfit;
    if (refusedKeys.has(key)) return problem("BODY_KEY_REFUSED", { key }, { path: at.slice(0, 200) });
    const inner = treeProblem(child, depth + 1, at);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function refusal(error: unknown, limit: number): Problem {
  const type = (error as { type?: string }).type ?? "";
  if (type === "entity.too.large") return problem("BODY_TOO_LARGE", { limit: `${limit / usualBytes} MiB` });
  if (/^(charset|encoding)\./.test(type))
    return problem("BODY_TYPE_REFUSED", { expected: "application/json; charset=utf-8" });
  return problem("BODY_NOT_JSON");
}

/** The body as a plain value; problems when it is too large, of another type, broken, too deep or hostile. */
export async function readJson(request: Request, response: Response, limit = usualBytes): Promise<Result<unknown>> {
  if (request.is("application/json") === false)
    return { ok: false, problems: [problem("BODY_TYPE_REFUSED", { expected: "application/json" })] };
  const parse = limit === usualBytes ? usualParser : parserFor(limit);
  const error = await new Promise<unknown>((resolve) => parse(request, response, resolve));
  if (error !== undefined) return { ok: false, problems: [refusal(error, limit)] };
  const body: unknown = request.body;
  const found = treeProblem(body);
  return found === undefined ? { ok: true, value: body ?? {} } : { ok: false, problems: [found] };
}
