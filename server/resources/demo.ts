/** Only in the demo: choose a role and place without a password, and 快进时间. */
import type { Container } from "../container.ts";
import type { ClockMove, DemoPerson } from "../contract/types.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound } from "../http/outcome.ts";
import { allGranted, type GrantedPerson } from "../store/people.ts";
import { openTaskCounts, type OpenTaskCounts } from "../store/open-tasks.ts";
import { writeSetting } from "../store/settings.ts";
import { moveClock } from "../demo/move-clock.ts";
import { sessionOf } from "./session.ts";

/** Setting that keeps the moved clock over a restart: milliseconds ahead. */
const clockOffsetKey = "clockOffset";

function shown({ catalogue }: Container, person: GrantedPerson, open: OpenTaskCounts): DemoPerson {
  const { id, name, unit, role } = person;
  const street = catalogue.tree.tenant(unit);
  return {
    id,
    name,
    unit,
    role,
    street,
    unitTitle: { ...catalogue.unitTitle(unit) },
    roleTitle: { ...catalogue.roleTitle(role) },
    streetTitle: { ...catalogue.unitTitle(street) },
    openTasks: open.assigned(id) + open.offered(`${unit}/${role}`),
  };
}

/** Milliseconds to move: to the next due timer means just past it. */
async function distance({ ports, runtime }: Container, move: ClockMove): Promise<number> {
  if ("minutes" in move) return move.minutes * 60_000;
  const next = await runtime.nextTimerAt();
  return next === undefined ? 0 : Math.max(0, next - ports.clock.now()) + 1;
}

type Mine = Pick<Handlers, "demo.people" | "demo.signIn" | "demo.clock">;

export function demo(container: Container): Mine {
  const { store, catalogue, runtime, movableClock } = container;
  return {
    "demo.people": async () => {
      const [people, open] = await Promise.all([allGranted(store.read), openTaskCounts(store.read)]);
      const placed = people.filter((person) => catalogue.tree.get(person.unit) !== undefined);
      return answer(placed.map((person) => shown(container, person, open)));
    },

    "demo.signIn": async ({ body, session }) => {
      const person = await container.person(body.personId);
      if (person === undefined) return notFound();
      return answer(sessionOf(container, person, await session.open(person.id)));
    },

    "demo.clock": async ({ body }) => {
      if (movableClock === undefined) return notFound();
      const by = await distance(container, body);
      // Kept first: after a crash on the way everything that is due by then fires at the next start.
      await store.write((tx) => writeSetting(tx, clockOffsetKey, String(movableClock.offset + by)));
      const firedTimers = await moveClock(movableClock, runtime, by);
      return answer({ now: new Date(movableClock.now()).toISOString(), firedTimers });
    },
  };
}
