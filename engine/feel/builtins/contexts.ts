/** Context functions (DMN §10.3.4.10); results have no prototype, so no key can reach one. */
import type { Run } from "../run.ts";
import { builtin, overloads } from "../signature.ts";
import { entryOf, isContext, isList, makeContext } from "../value.ts";
import type { Context, FeelFunction, List, Value } from "../value.ts";

function put(run: Run, context: Context, keys: List, value: Value): Value {
  const [key, ...rest] = keys;
  if (typeof key !== "string") return null;
  if (rest.length === 0) return merge([context, makeContext([[key, value]])]);
  const inner = entryOf(context, key);
  const changed = isContext(inner) ? run.nested(1, () => put(run, inner, rest, value)) : null;
  return changed === null ? null : merge([context, makeContext([[key, changed]])]);
}

function merge(contexts: readonly Context[]): Context {
  return makeContext(contexts.flatMap((context) => Object.entries(context)));
}

/** `context([{key: "a", value: 1}])`; a key that is missing or given twice makes it null. */
function fromEntries(run: Run, list: List): Value {
  const entries = new Map<string, Value>();
  for (const entry of list) {
    run.spend(1);
    const key = isContext(entry) ? entryOf(entry, "key") : undefined;
    const value = isContext(entry) ? entryOf(entry, "value") : undefined;
    if (typeof key !== "string" || value === undefined || entries.has(key)) return null;
    entries.set(key, value);
  }
  return makeContext(entries);
}

function mergeAll(run: Run, list: List): Value {
  if (!list.every(isContext)) return null;
  run.spend(list.reduce((sum, context) => sum + Object.keys(context).length, 0));
  return merge(list);
}

export const CONTEXT_FUNCTIONS: Readonly<Record<string, FeelFunction>> = {
  "get value": overloads(
    builtin(["m:context", "key:string"], (_run, context, key) => entryOf(context, key) ?? null),
    builtin(["m:context", "key:list"], (_run, context, keys) =>
      keys.reduce(
        (at: Value, key) => (isContext(at) && typeof key === "string" ? (entryOf(at, key) ?? null) : null),
        context,
      ),
    ),
  ),
  "get entries": builtin(["m:context"], (_run, context) =>
    Object.entries(context).map(([key, value]) =>
      makeContext([
        ["key", key],
        ["value", value],
      ]),
    ),
  ),
  context: builtin(["entries:list"], fromEntries),
  "context put": overloads(
    builtin(["context:context", "key:string", "value:any"], (run, context, key, value) =>
      put(run, context, [key], value),
    ),
    builtin(["context:context", "keys:list", "value:any"], put),
  ),
  "context merge": builtin(["contexts:list"], (run, contexts) => (isList(contexts) ? mergeAll(run, contexts) : null)),
};
