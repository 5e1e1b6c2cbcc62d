/** Who I am: sign-in, first administrator, demo. */
import { short, id, key, instant, flag, count, list, ref, object } from "../schema-parts.ts";

export const identitySchemas = {
  Grant: object({ unit: key, unitTitle: ref("Title"), role: key, roleTitle: ref("Title"), street: key }),
  Person: object({ id, name: short }),
  Session: object({
    person: ref("Person"),
    grants: list(ref("Grant")),
    /** Actions of the access table that this person may do somewhere: `case.supervise`. */
    permissions: list(short),
    /** Street whose matters are shown by default. */
    street: key,
    csrfToken: short,
    demo: flag,
    now: instant,
  }),
  SignIn: object({ login: { ...short, minLength: 1 }, password: { ...short, minLength: 1 } }),
  /** State of the installation before anybody has signed in. */
  Welcome: object({ demo: flag, needsSetup: flag, secure: flag, city: ref("Title"), now: instant }),
  DemoPerson: object({
    id,
    name: short,
    unit: key,
    unitTitle: ref("Title"),
    role: key,
    roleTitle: ref("Title"),
    street: key,
    streetTitle: ref("Title"),
    openTasks: count,
  }),
  DemoSignIn: object({ personId: id }),
  Setup: object({
    name: { ...short, minLength: 1 },
    login: { ...short, minLength: 3 },
    password: { ...short, minLength: 1 },
    setupCode: { ...short, minLength: 1 },
  }),
  /** Moves the test clock (demo mode): by minutes, or to the next timer that is due. */
  ClockMove: {
    oneOf: [
      object({ minutes: { type: "integer", minimum: 1, maximum: 525600 } }),
      object({ to: { const: "nextTimer" } }),
    ],
  },
  ClockMoved: object({ now: instant, firedTimers: count }),
};
