/** People with their posts and logins, appointment, leaving, and the register as an Excel file. */
import { count, day, flag, id, instant, key, list, moment, object, ref, short, text } from "../schema-parts.ts";

const name = { type: "string", minLength: 1, maxLength: 40 } as const;
const phone = { type: "string", maxLength: 20 } as const;
const login = { type: "string", minLength: 3, maxLength: 32 } as const;
const loginState = { enum: ["none", "invited", "active", "locked", "closed"] } as const;

export const peopleSchemas = {
  /** A role at a unit, from one day to another. */
  PersonPost: object(
    {
      unit: key,
      unitTitle: ref("Title"),
      role: key,
      roleTitle: ref("Title"),
      from: instant,
      to: instant,
      /** Its last day, when it will end by itself. */
      until: day,
      state: { enum: ["proposed", "planned", "current", "ended", "declined", "withdrawn"] },
      /** Whether I may end it, or answer it when it is proposed. */
      mine: flag,
    },
    ["to", "until"],
  ),
  PersonSummary: object(
    {
      id,
      name: short,
      state: { enum: ["active", "left"] },
      workPhone: phone,
      login: short,
      loginState,
      posts: list(ref("PersonPost")),
      leftAt: instant,
    },
    ["workPhone", "login", "leftAt"],
  ),
  PersonPage: object({ items: list(ref("PersonSummary")), total: count, next: short }, ["next"]),
  PersonDetail: object(
    {
      person: ref("PersonSummary"),
      /** Sent back with a change: another one in between is answered with PERSON_CHANGED. */
      revision: moment,
      openTasks: count,
      /** When the invitation that is under way runs out. */
      invitedUntil: instant,
      /** Too many wrong passwords: no sign-in before. */
      lockedUntil: instant,
      history: list(ref("PersonPost")),
      actions: list({ enum: ["change", "appoint", "invite", "lock", "unlock", "leave"] }),
      /** Posts that I may give this person: units with their roles. */
      appointable: list(ref("PostChoice")),
    },
    ["invitedUntil", "lockedUntil"],
  ),
  PostChoice: object({ unit: key, role: key, proposal: flag }),
  PostName: object({ unit: key, role: key }),
  /** A post from one day to another, both included, in the pack's time zone; without: from now, and open. */
  PostWish: object({ unit: key, role: key, from: day, until: day }, ["from", "until"]),
  NewPerson: object({ name, workPhone: phone, login, posts: { ...list(ref("PostWish")), minItems: 1, maxItems: 20 } }, [
    "workPhone",
    "login",
  ]),
  PersonChange: object({ name, workPhone: phone, revision: moment }, ["workPhone"]),
  PostAnswer: object({ unit: key, role: key, agreed: flag }),
  /** Taking a post away names who takes the open work of the post; without: the others in the group. */
  PostEnd: object({ unit: key, role: key, successor: id }, ["successor"]),
  LoginWish: object({ login }, ["login"]),
  /** Told once; only its hash is kept. */
  LoginInvitation: object({ login: short, code: short, link: text, until: instant }),
  /** Those named, else everybody of the filter who has no password yet. */
  InvitationsWish: object({ people: { ...list(id), maxItems: 5000 } }, ["people"]),
  InvitedPerson: object({
    id,
    name: short,
    posts: list(ref("Title")),
    login: short,
    code: short,
    link: text,
    until: instant,
  }),
  InvitationsSkipped: object({ id, name: short, problem: ref("Problem") }),
  Invitations: object({
    items: list(ref("InvitedPerson")),
    skipped: list(ref("InvitationsSkipped")),
    /** The same as an Excel file, in base64: codes are told once, so both come from one answer. */
    sheet: { type: "string" },
  }),
  LoginState: object({ state: { enum: ["locked", "active"] } }),
  Leaving: object(
    {
      successor: id,
      note: text,
      /** How many tasks the preview showed: another number is answered with HAND_OVER_CHANGED. */
      expected: count,
    },
    ["successor", "note"],
  ),
  /** One step of what will move. */
  HandOverItem: object(
    {
      caseId: id,
      number: short,
      task: short,
      title: short,
      /** `nobody`: neither successor, group nor fallback can take it; it stays visible as a gap. */
      kind: { enum: ["successor", "group", "fallback", "nobody"] },
      to: ref("Title"),
    },
    ["to"],
  ),
  HandOver: object({
    total: count,
    items: list(ref("HandOverItem")),
    groups: list(object({ kind: short, to: ref("Title"), count })),
    /** Who could take the work over: people of the same posts first. */
    successors: list(object({ id, name: short, title: ref("Title"), same: flag })),
  }),
  Left: object({ moved: count, groups: list(object({ kind: short, to: ref("Title"), count })) }),
  ImportProblem: object(
    { line: count, column: short, columnTitle: short, code: short, zh: text, en: text, value: short },
    ["value"],
  ),
  ImportResult: object({
    rows: count,
    good: count,
    bad: count,
    /** What the good rows do, or did: new people, new posts of known people, rows that say nothing new. */
    people: count,
    posts: count,
    unchanged: count,
    imported: flag,
    /** People whom the import has added. */
    added: list(id),
    problems: list(ref("ImportProblem")),
  }),
  Join: object({ code: { ...short, minLength: 1 }, password: { ...short, minLength: 1 } }),
};
