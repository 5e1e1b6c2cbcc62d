/** Communities and departments: one unit, and what changes it. */
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";

type Mine = Pick<Handlers, "unit" | "unit.add" | "unit.change" | "unit.close" | "unit.reopen">;

export function units({ runtime: { register } }: Container): Mine {
  return {
    unit: async ({ principal, params }) => register.unit(principal, params.code),
    "unit.add": async ({ principal, body }) => register.addUnit(principal, body),
    "unit.change": async ({ principal, params, body }) => register.changeUnit(principal, params.code, body),
    "unit.close": async ({ principal, params, body }) => register.closeUnit(principal, params.code, body),
    "unit.reopen": async ({ principal, params }) => register.reopenUnit(principal, params.code),
  };
}
