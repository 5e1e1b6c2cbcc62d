/** The phone's first page: counts, tiles and today's work. */
import { scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";
import { answer, refuseWith } from "../http/outcome.ts";

export function home({ catalogue, runtime }: Container): Pick<Handlers, "home"> {
  return {
    home: async ({ principal }) => {
      if (principal.grants.length === 0) return refuseWith("NO_POST");
      return answer(await runtime.home(principal, scopeOf(principal, catalogue.tree)));
    },
  };
}
