/** Script task in FEEL: its result is a variable, or without a name for it the entries of a context are (§13.3.3). */
import type { Json, JsonObject } from "../../model/json.ts";
import type { Behavior } from "../behavior.ts";
import { evaluateAt } from "../context.ts";

export const scriptTask: Behavior<"scriptTask"> = {
  isActivity: true,
  isInstant: true,
  activate: (run, token, node) => {
    const result = evaluateAt(run, node.script, { scopeId: token.scopeId, locals: token.locals });
    if (!result.ok) return result;
    const { resultVariable } = node;
    const brought = resultVariable === undefined ? entriesOf(result.value) : { [resultVariable]: result.value };
    const visible = { ...brought, result: result.value };
    return { ok: true, value: () => run.leaveAtOnce(token.id, { visible, rising: brought }) };
  },
};

function entriesOf(value: Json): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
