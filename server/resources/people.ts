/** People with their posts and logins. */
import type { Person } from "../access/actor.ts";
import type { Container } from "../container.ts";
import type { PersonDetail } from "../contract/types.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound, refuseWith, type Outcome } from "../http/outcome.ts";
import { sessionOf, withoutPost } from "./session.ts";

type Lists = Pick<Handlers, "people" | "proposals" | "person" | "person.choices" | "person.handOver">;
type Changes = Pick<
  Handlers,
  | "person.add"
  | "person.change"
  | "person.appoint"
  | "person.datePost"
  | "person.answer"
  | "person.endPost"
  | "person.leave"
>;
type Logins = Pick<Handlers, "person.invite" | "person.login" | "join">;

function lists({ runtime: { register } }: Container): Lists {
  return {
    people: async ({ principal, query }) => {
      const page = await register.people(principal, query);
      return page === undefined ? notFound() : answer(page);
    },
    proposals: async ({ principal }) => answer(await register.proposals(principal)),
    person: async ({ principal, params }) => {
      const found = await register.person(principal, params.id);
      return found === undefined ? notFound() : answer(found);
    },
    "person.choices": async ({ principal }) => answer(register.choices(principal)),
    "person.handOver": async ({ principal, params, query }) => register.handOver(principal, params.id, query),
  };
}

/** After a change the person as he is now. */
async function shown(
  { runtime: { register } }: Container,
  principal: Person,
  changed: Promise<Outcome<string>>,
): Promise<Outcome<PersonDetail>> {
  const done = await changed;
  if (!done.ok) return done;
  const found = await register.person(principal, done.value);
  return found === undefined ? notFound() : answer(found);
}

function changes(container: Container): Changes {
  const { register } = container.runtime;
  return {
    "person.add": async ({ principal, body }) => shown(container, principal, register.add(principal, body)),
    "person.change": async ({ principal, params, body }) =>
      shown(container, principal, register.change(principal, params.id, body)),
    "person.appoint": async ({ principal, params, body }) =>
      shown(container, principal, register.appoint(principal, params.id, body)),
    "person.datePost": async ({ principal, params, body }) =>
      shown(container, principal, register.datePost(principal, params.id, body)),
    "person.answer": async ({ principal, params, body }) =>
      shown(container, principal, register.answer(principal, params.id, body)),
    "person.endPost": async ({ principal, params, body }) => {
      const { successor, ...post } = body;
      const to = successor === undefined ? {} : { successor };
      const left = await register.leave(principal, params.id, { post, ...to });
      return left.ok ? shown(container, principal, Promise.resolve(answer(params.id))) : left;
    },
    "person.leave": async ({ principal, params, body }) => register.leave(principal, params.id, body),
  };
}

function logins(container: Container): Logins {
  const { wall, settings } = container;
  const { register } = container.runtime;
  return {
    "person.invite": async ({ principal, params, body }) => {
      const invited = await register.invite(principal, params.id, body.login, wall.now());
      if (!invited.ok) return invited;
      const { login, code, until } = invited.value;
      // In the fragment: it is never sent to a server, so it stands in no log.
      return answer({ login, code, link: `${settings.publicUrl}/join#${code}`, until: new Date(until).toISOString() });
    },
    "person.login": async ({ principal, params, body }) =>
      shown(container, principal, register.setLogin(principal, params.id, body.state, wall.now())),
    join: async ({ body, session }) => {
      const joined = await register.join(body, wall.now());
      if (!joined.ok) return joined;
      const person = await container.person.now(joined.value);
      if (person === undefined) return refuseWith("INVITATION_INVALID");
      // The password is set; the post begins another day.
      if (person.grants.length === 0) return withoutPost(container, person.id);
      return answer(sessionOf(container, person, await session.open(person.id)));
    },
  };
}

export const people = (container: Container): Lists & Changes & Logins => ({
  ...lists(container),
  ...changes(container),
  ...logins(container),
});
