/** Filled forms: sent once however often they arrive, read in the version they were made in. */
import { scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound } from "../http/outcome.ts";

type Mine = Pick<Handlers, "submission.create" | "submissions" | "submission">;

export function submissions({ catalogue, runtime }: Container): Mine {
  return {
    "submission.create": async ({ principal, body }) => runtime.acceptSubmission(principal, body),

    submissions: async ({ principal, query }) => {
      const scope = scopeOf(principal, catalogue.tree);
      if (query.street !== undefined && !scope.streets.includes(query.street)) return notFound();
      return answer(await runtime.submissions(scope, query, principal));
    },

    submission: async ({ principal, params }) => {
      const found = await runtime.submission(scopeOf(principal, catalogue.tree), params.id, principal);
      return found === undefined ? notFound() : answer(found);
    },
  };
}
