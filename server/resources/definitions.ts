/** What is deployed, in all versions, and the deployment of an uploaded definition. */
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound } from "../http/outcome.ts";

type Mine = Pick<Handlers, "definitions" | "definition" | "definition.deploy">;

export function definitions({ runtime }: Container): Mine {
  return {
    definitions: async ({ query }) => answer(await runtime.definitions(query)),

    definition: async ({ params, query }) => {
      const found = await runtime.definition(params.pack, params.kind, params.key, query.version);
      return found === undefined ? notFound() : answer(found);
    },

    "definition.deploy": async ({ principal, body }) => runtime.deploy(principal, body),
  };
}
