/** Path and query parameters, checked against the route table and turned into their types. */
import type { Problem, Result } from "../../engine/model/problem.ts";
import type { QueryParameter } from "../contract/route.ts";
import { count } from "../contract/schema-parts.ts";
import { problem } from "./problems.ts";

export type QueryValue = string | number | boolean;

const maxText = 200;
// Control characters have no place in an id, a key or a search word.
// oxlint-disable-next-line no-control-regex
const plain = /^[^\u0000-\u001f\u007f]*$/;

const wrong = (name: string): Problem => problem("QUERY_INVALID", { name }, { path: `/${name}` });

function read(spec: QueryParameter, text: string): QueryValue | undefined {
  switch (spec.type) {
    case "string":
      return text.length <= maxText && plain.test(text) && (spec.enum?.includes(text) ?? true) ? text : undefined;
    case "boolean":
      return text === "true" || text === "false" ? text === "true" : undefined;
    case "integer":
    case "number": {
      const value = text.trim() === "" ? Number.NaN : Number(text);
      const fits = spec.type === "integer" ? Number.isInteger(value) && value >= 0 : Number.isFinite(value);
      const most = spec.maximum ?? (spec.type === "integer" ? count.maximum : Number.MAX_VALUE);
      return fits && value <= most ? value : undefined;
    }
  }
}

/** Typed query values; an unknown, repeated, missing or ill-typed parameter is a problem. */
export function readQuery(
  specs: Readonly<Record<string, QueryParameter>>,
  given: Readonly<Record<string, unknown>>,
): Result<Readonly<Record<string, QueryValue>>> {
  const problems: Problem[] = [];
  const values: [string, QueryValue][] = [];
  for (const [name, text] of Object.entries(given)) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    const value = spec === undefined || typeof text !== "string" ? undefined : read(spec, text);
    if (value === undefined) problems.push(wrong(name.slice(0, 40)));
    else values.push([name, value]);
  }
  const missing = Object.entries(specs).filter(([name, spec]) => spec.required === true && given[name] === undefined);
  problems.push(...missing.map(([name]) => wrong(name)));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: Object.fromEntries(values) };
}

/** True when every path parameter is a short plain text. */
export function pathFits(params: Readonly<Record<string, unknown>>): boolean {
  return Object.values(params).every((text) => typeof text === "string" && text.length <= 100 && plain.test(text));
}
