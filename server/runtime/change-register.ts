/** Adding and changing people, giving posts, answering proposals. */
import type { Person } from "../access/actor.ts";
import { exclude, mayAppoint } from "../access/appoint.ts";
import { mayDo } from "../access/may-do.ts";
import type { NewPerson, PersonChange, PostWish } from "../contract/types.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import { answer, notFound, refuseWith, type Outcome } from "../http/outcome.ts";
import { addAudit } from "../store/audit.ts";
import type { Reader, Tx } from "../store/index.ts";
import { addPerson } from "../store/people.ts";
import { changePerson, ownerOfLogin, reserveLogin, setPersonState } from "../store/people-changes.ts";
import { peopleWith } from "../store/people-with-role.ts";
import { answerProposal, datePost, openPost, proposePost, type PostDates } from "../store/posts.ts";
import { dayOf } from "../views/moments.ts";
import type { RuntimeContext } from "./context.ts";
import { tenantOf, type PostName } from "./leave.ts";
import { loginOf, nameOf, phoneOf } from "./person-words.ts";
import { orRefused } from "./refusal.ts";
import { postDates } from "./post-dates.ts";
import { isHeld, isManageable, pathOf, seenPerson, type SeenPerson } from "./seen-person.ts";
import { forgetStaffing } from "./staffing.ts";

/** Out: the person's id. */
type Changed = Promise<Outcome<string>>;

export function record(
  context: RuntimeContext,
  tx: Tx,
  principal: Person,
  action: string,
  subject: { readonly id: string; readonly unit: string | undefined },
  body: JsonObject = {},
): void {
  addAudit(tx, {
    ...{ street: tenantOf(context, subject.unit, principal), id: context.ports.ids.uuid() },
    ...{
      at: context.ports.clock.now(),
      actor: `person:${principal.id}`,
      action,
      subject: `person:${subject.id}`,
      body,
    },
  });
}

/** The path of the post's unit when it has such a post. */
function placeOf(context: RuntimeContext, { unit, role }: PostName): Outcome<string> {
  const kind = context.catalogue.tree.get(unit)?.kind;
  const path = pathOf(context, unit);
  const known = context.catalogue.roles().find((each) => each.key === role);
  if (kind === undefined || path === undefined || known?.at.includes(kind) !== true) return refuseWith("POST_UNKNOWN");
  return answer(path);
}

/** The first security administrator has nobody to agree; from then on two people are needed. */
async function takesOfficeAtOnce(read: Reader, role: string): Promise<boolean> {
  return role === "securityAdmin" && (await peopleWith(read, ["securityAdmin"])).length === 0;
}

async function howToAppoint(
  context: RuntimeContext,
  read: Reader,
  principal: Person,
  post: PostName,
): Promise<Outcome<"now" | "propose">> {
  const path = placeOf(context, post);
  if (!path.ok) return path;
  const how = mayAppoint(principal, { role: post.role, path: path.value });
  if (how === undefined) return refuseWith("APPOINTMENT_NOT_YOURS");
  return answer(how === "propose" && (await takesOfficeAtOnce(read, post.role)) ? "now" : how);
}

async function freeLogin(read: Reader, given: string | undefined, personId: string): Promise<Outcome<string | null>> {
  const login = loginOf(given);
  if (login === undefined) return refuseWith("LOGIN_INVALID", {}, { path: "/login" });
  if (login === null) return answer(null);
  const owner = await ownerOfLogin(read, login);
  return owner === undefined || owner === personId
    ? answer(login)
    : refuseWith("LOGIN_TAKEN", { login }, { path: "/login" });
}

interface Words {
  readonly name: string;
  readonly phone: string | null;
}

function wordsOf(given: { readonly name: string; readonly workPhone?: string }): Outcome<Words> {
  const name = nameOf(given.name);
  if (name === undefined) return refuseWith("NAME_INVALID", {}, { path: "/name" });
  const phone = phoneOf(given.workPhone);
  return phone === undefined ? refuseWith("PHONE_INVALID", {}, { path: "/workPhone" }) : answer({ name, phone });
}

/** Adds a person with his first posts; the login waits for its invitation. */
export function addToRegister(context: RuntimeContext, principal: Person, body: NewPerson): Changed {
  const id = context.ports.ids.uuid();
  return orRefused(
    context.store.write(async (tx): Changed => {
      const words = wordsOf(body);
      if (!words.ok) return words;
      const login = await freeLogin(tx, body.login, id);
      if (!login.ok) return login;
      if (exclude(body.posts.map((post) => post.role))) return refuseWith("POSTS_EXCLUDE", {}, { path: "/posts" });
      const at = context.ports.clock.now();
      const now: (PostName & PostDates)[] = [];
      const proposed: PostName[] = [];
      for (const post of new Map(body.posts.map((each) => [`${each.unit}/${each.role}`, each])).values()) {
        const how = await howToAppoint(context, tx, principal, post);
        if (!how.ok) return how;
        const dates = postDates(context, post);
        if (!dates.ok) return dates;
        const { unit, role } = post;
        if (how.value === "now") now.push({ unit, role, ...dates.value });
        else proposed.push({ unit, role });
      }
      await addPerson(tx, { id, name: words.value.name, at, grants: [] });
      const revision = { id, name: words.value.name, workPhone: words.value.phone, at };
      await changePerson(tx, revision, at);
      for (const { unit, role, ...dates } of now)
        await openPost(tx, { personId: id, unit, role, at, by: principal.id }, dates);
      for (const post of proposed) {
        await proposePost(tx, { personId: id, ...post, at, by: principal.id });
        record(context, tx, principal, "post.propose", { id, unit: post.unit }, { ...post });
      }
      if (login.value !== null) await reserveLogin(tx, login.value, id, at);
      record(context, tx, principal, "person.add", { id, unit: body.posts[0]?.unit }, { posts: body.posts.length });
      tx.afterCommit(() => forgetStaffing(context.store));
      return answer(id);
    }),
  );
}

/** Finds somebody whom the principal may change, in the transaction that changes him. */
function onPerson(
  context: RuntimeContext,
  principal: Person,
  id: string,
  act: (tx: Tx, seen: SeenPerson) => Changed,
): Changed {
  return orRefused(
    context.store.write(async (tx): Changed => {
      const seen = await seenPerson(context, tx, principal, id);
      return seen === undefined ? notFound() : act(tx, seen);
    }),
  );
}

const firstUnit = (seen: SeenPerson): string | undefined => seen.posts[0]?.unit;

export function changeInRegister(context: RuntimeContext, principal: Person, id: string, body: PersonChange): Changed {
  return onPerson(context, principal, id, async (tx, seen) => {
    if (!isManageable(context, principal, seen)) return refuseWith("PERSON_NOT_YOURS");
    const words = wordsOf(body);
    if (!words.ok) return words;
    const { name, phone } = words.value;
    const at = Math.max(context.ports.clock.now(), body.revision + 1);
    if (!(await changePerson(tx, { id, name, workPhone: phone, at }, body.revision)))
      return refuseWith("PERSON_CHANGED");
    record(context, tx, principal, "person.change", { id, unit: firstUnit(seen) });
    return answer(id);
  });
}

/** Gives a post, now or from a day on; somebody who has left is at work again. */
export function appoint(context: RuntimeContext, principal: Person, id: string, post: PostWish): Changed {
  return onPerson(context, principal, id, async (tx, { row, posts }) => {
    if (id === principal.id) return refuseWith("PERSON_IS_SELF");
    const { unit, role } = post;
    const how = await howToAppoint(context, tx, principal, post);
    if (!how.ok) return how;
    const dates = postDates(context, post);
    if (!dates.ok) return dates;
    const held = posts.filter((each) => each.to_at === null);
    if (held.some((each) => each.unit === unit && each.role === role)) return refuseWith("POST_TAKEN");
    if (exclude([...held.map((each) => each.role), role])) return refuseWith("POSTS_EXCLUDE");
    const at = context.ports.clock.now();
    if (row.state === "disabled") await setPersonState(tx, id, "active", at);
    const change = { personId: id, unit, role, at, by: principal.id };
    await (how.value === "now" ? openPost(tx, change, dates.value) : proposePost(tx, change));
    const action = how.value === "now" ? "post.give" : "post.propose";
    record(context, tx, principal, action, { id, unit }, { ...post });
    tx.afterCommit(() => forgetStaffing(context.store));
    return answer(id);
  });
}

/** 任职起止: other days for a post. Whoever could give it sets them; one in force has begun already. */
export function datePostOf(context: RuntimeContext, principal: Person, id: string, post: PostWish): Changed {
  return onPerson(context, principal, id, async (tx, { posts }) => {
    const { unit, role } = post;
    const held = posts.find((each) => isHeld(each) && each.unit === unit && each.role === role);
    if (held === undefined) return notFound();
    if (id === principal.id) return refuseWith("PERSON_IS_SELF");
    const how = await howToAppoint(context, tx, principal, post);
    if (!how.ok) return how;
    if (how.value === "propose") return refuseWith("POST_DATES_OFFICER", {}, { path: "/from" });
    const isPlanned = held.state === "planned";
    if (!isPlanned && post.from !== undefined) return refuseWith("POST_HAS_BEGUN", {}, { path: "/from" });
    // A plan keeps its beginning when none is sent: the end must not lie before it.
    const from = dayOf(held.from_at, context.catalogue.timeZone);
    const dates = postDates(context, isPlanned ? { from, ...post } : post);
    if (!dates.ok) return dates;
    const at = context.ports.clock.now();
    const change = { personId: id, unit, role, at, by: principal.id };
    const { fromAt, untilAt } = dates.value;
    await datePost(tx, change, { fromAt: isPlanned ? (fromAt ?? at) : null, untilAt });
    record(context, tx, principal, "post.date", { id, unit }, { ...post });
    return answer(id);
  });
}

/** Four eyes: neither who proposed nor who is proposed may agree. */
export function answerAppointment(
  context: RuntimeContext,
  principal: Person,
  id: string,
  given: PostName & { readonly agreed: boolean },
): Changed {
  return onPerson(context, principal, id, async (tx, { posts }) => {
    const { unit, role, agreed } = given;
    const proposal = posts.find((post) => post.state === "proposed" && post.unit === unit && post.role === role);
    const path = pathOf(context, unit);
    if (proposal === undefined || path === undefined) return notFound();
    const isHis = mayDo(principal, "person.confirm", { path }) && proposal.by_person !== principal.id;
    if (!isHis || id === principal.id) return refuseWith("APPOINTMENT_NOT_YOURS");
    const at = context.ports.clock.now();
    await answerProposal(tx, { personId: id, unit, role, at, by: principal.id }, agreed);
    record(context, tx, principal, agreed ? "post.agree" : "post.decline", { id, unit }, { unit, role });
    tx.afterCommit(() => forgetStaffing(context.store));
    return answer(id);
  });
}
