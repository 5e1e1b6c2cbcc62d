/** The organisation with its people, its gaps, and its grids. */
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound, type Outcome } from "../http/outcome.ts";

type Mine = Pick<Handlers, "organisation" | "organisation.gaps" | "grids" | "grids.change">;

const found = <T>(value: T | undefined): Outcome<T> => (value === undefined ? notFound() : answer(value));

export function grids({ runtime: { register } }: Container): Mine {
  return {
    organisation: async ({ principal, query }) => found(await register.organisation(principal, query.street)),
    "organisation.gaps": async ({ principal, query }) => found(await register.gaps(principal, query.street)),
    grids: async ({ principal, query }) => found(await register.grids(principal, query.street)),
    "grids.change": async ({ principal, body }) => register.changeGrids(principal, body),
  };
}
