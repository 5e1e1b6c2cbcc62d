/** Who I am: signing in and out, and what this person may do. */
import type { Person } from "../access/actor.ts";
import { permissionsOf } from "../access/may-do.ts";
import { signIn } from "../access/sign-in.ts";
import type { Container } from "../container.ts";
import type { Session } from "../contract/types.ts";
import type { Handlers } from "../http/call.ts";
import { answer, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { postsOf } from "../store/posts.ts";
import { dayOf } from "../views/moments.ts";
import { homeStreet } from "./street.ts";

export function sessionOf(container: Container, person: Person, csrfToken: string): Session {
  const grants = person.grants.map(({ unit, role, street }) => ({
    unit,
    unitTitle: { ...container.catalogue.unitTitle(unit) },
    role,
    roleTitle: { ...container.catalogue.roleTitle(role) },
    street,
  }));
  return {
    person: { id: person.id, name: person.name },
    grants,
    permissions: [...permissionsOf(person)],
    street: homeStreet(container, person),
    csrfToken,
    demo: container.settings.demo,
    now: new Date(container.ports.clock.now()).toISOString(),
  };
}

function locked(until: number): Outcome<never> {
  const details = { until: new Date(until).toISOString() };
  return { ok: false, problems: [problem("SIGN_IN_LOCKED")], details };
}

/** Told only to whoever knows the password: when the post begins, or that there is none. */
export async function withoutPost({ store, catalogue }: Container, id: string): Promise<Outcome<never>> {
  const planned = (await postsOf(store.read, [id])).filter((post) => post.state === "planned");
  if (planned.length === 0) return refuseWith("POST_NONE");
  const first = Math.min(...planned.map((post) => post.from_at));
  return refuseWith("POST_NOT_BEGUN", { day: dayOf(first, catalogue.timeZone) });
}

type Mine = Pick<Handlers, "session.read" | "session.open" | "session.close">;

export function session(container: Container): Mine {
  const { store, wall } = container;
  return {
    "session.read": async ({ principal, session: door }) => answer(sessionOf(container, principal, door.csrf)),

    "session.open": async ({ body, session: door }) => {
      const tried = await signIn(store, body.login, body.password, wall.now());
      if (tried.kind === "locked") return locked(tried.until);
      const person = tried.kind === "in" ? await container.person.now(tried.personId) : undefined;
      if (person === undefined) return refuseWith("SIGN_IN_FAILED");
      if (person.grants.length === 0) return withoutPost(container, person.id);
      return answer(sessionOf(container, person, await door.open(person.id)));
    },

    "session.close": async ({ session: door }) => {
      await door.close();
      return answer(undefined);
    },
  };
}
