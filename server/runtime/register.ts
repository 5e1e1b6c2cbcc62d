/** People, posts, logins and grids: what the runtime offers to the pages of the administration. */
import type { Person } from "../access/actor.ts";
import type * as wire from "../contract/types.ts";
import type { Outcome } from "../http/outcome.ts";
import { addToRegister, answerAppointment, appoint, changeInRegister, datePostOf, record } from "./change-register.ts";
import { changeGrids, readGrids } from "./change-grids.ts";
import { addUnit, changeUnit, closeUnit, reopenUnit } from "./change-units.ts";
import { checkPeopleFile, importPeople, type CheckedFile } from "./import-people.ts";
import { leave, readHandOver, type LeaveQuery, type LeaveWish } from "./leave.ts";
import { inviteMany, type InvitedMany } from "./invite-many.ts";
import { inviteToLogin, joinWithCode, setLoginState, type Invited } from "./login-changes.ts";
import { readGaps } from "./read-gaps.ts";
import { readOrganisation } from "./read-organisation.ts";
import type { OrganisationContext } from "./organisation-context.ts";
import { readUnit } from "./read-unit.ts";
import {
  postChoices,
  readPeopleAll,
  readPeopleList,
  readPerson,
  readProposals,
  type RegisterQuery,
} from "./read-register.ts";

type Changed = Promise<Outcome<string>>;

/** Everything takes who asks: what is not his to see is undefined or not found. `now` is the machine's own clock. */
export interface Register {
  people(by: Person, query: RegisterQuery): Promise<wire.PersonPage | undefined>;
  allPeople(by: Person, query: RegisterQuery): Promise<readonly wire.PersonSummary[] | undefined>;
  /** Reading one person's page is recorded. */
  person(by: Person, id: string): Promise<wire.PersonDetail | undefined>;
  proposals(by: Person): Promise<wire.PersonSummary[]>;
  choices(by: Person): wire.PostChoice[];
  add(by: Person, body: wire.NewPerson): Changed;
  change(by: Person, id: string, body: wire.PersonChange): Changed;
  appoint(by: Person, id: string, post: wire.PostWish): Changed;
  /** Other days for a post in force or to come. */
  datePost(by: Person, id: string, post: wire.PostWish): Changed;
  answer(by: Person, id: string, given: wire.PostAnswer): Changed;
  handOver(by: Person, id: string, query: LeaveQuery): Promise<Outcome<wire.HandOver>>;
  leave(by: Person, id: string, given: LeaveWish): Promise<Outcome<wire.Left>>;
  invite(by: Person, id: string, login: string | undefined, now: number): Promise<Outcome<Invited>>;
  /** Codes for many; undefined when the filter names a unit that is not one of theirs. */
  inviteMany(
    by: Person,
    wish: { readonly people?: readonly string[]; readonly filter: RegisterQuery },
    now: number,
  ): Promise<InvitedMany | undefined>;
  join(given: wire.Join, now: number): Changed;
  setLogin(by: Person, id: string, state: "locked" | "active", now: number): Changed;
  importFile(by: Person, bytes: Uint8Array, mode: "check" | "good" | "all"): Promise<Outcome<wire.ImportResult>>;
  checkFile(by: Person, bytes: Uint8Array): Promise<Outcome<CheckedFile>>;
  /** Notes that somebody took the list away as a file. */
  noteExport(by: Person, count: number): Promise<void>;
  organisation(by: Person, street: string | undefined): Promise<wire.Organisation | undefined>;
  gaps(by: Person, street: string | undefined): Promise<wire.Gap[] | undefined>;
  grids(by: Person, street: string): Promise<wire.StreetGrids | undefined>;
  changeGrids(by: Person, change: wire.GridsChange): Promise<Outcome<wire.GridsChanged>>;
  unit(by: Person, code: string): Promise<Outcome<wire.UnitDetail>>;
  addUnit(by: Person, body: wire.NewUnit): Promise<Outcome<wire.UnitChanged>>;
  changeUnit(by: Person, code: string, body: wire.UnitChange): Promise<Outcome<wire.UnitChanged>>;
  closeUnit(by: Person, code: string, body: wire.UnitClosing): Promise<Outcome<wire.UnitChanged>>;
  reopenUnit(by: Person, code: string): Promise<Outcome<wire.UnitChanged>>;
}

async function noteRead(context: OrganisationContext, by: Person, id: string, unit: string | undefined): Promise<void> {
  await context.store.write(async (tx) => record(context, tx, by, "person.read", { id, unit }));
}

export function createRegister(context: OrganisationContext): Register {
  return {
    people: (by, query) => readPeopleList(context, by, query),
    allPeople: (by, query) => readPeopleAll(context, by, query),
    async person(by, id) {
      const found = await readPerson(context, by, id);
      if (found !== undefined && id !== by.id) await noteRead(context, by, id, found.person.posts[0]?.unit);
      return found;
    },
    proposals: (by) => readProposals(context, by),
    choices: (by) => postChoices(context, by),
    add: (by, body) => addToRegister(context, by, body),
    change: (by, id, body) => changeInRegister(context, by, id, body),
    appoint: (by, id, post) => appoint(context, by, id, post),
    datePost: (by, id, post) => datePostOf(context, by, id, post),
    answer: (by, id, given) => answerAppointment(context, by, id, given),
    handOver: (by, id, query) => readHandOver(context, by, id, query),
    leave: (by, id, given) => leave(context, by, id, given),
    invite: (by, id, login, now) => inviteToLogin(context, by, id, login, now),
    inviteMany: (by, wish, now) => inviteMany(context, by, wish, now),
    join: (given, now) => joinWithCode(context, given, now),
    setLogin: (by, id, state, now) => setLoginState(context, by, id, state, now),
    importFile: (by, bytes, mode) => importPeople(context, by, bytes, mode),
    checkFile: (by, bytes) => checkPeopleFile(context, by, bytes),
    noteExport: (by, count) =>
      context.store.write(async (tx) =>
        record(context, tx, by, "people.export", { id: by.id, unit: undefined }, { count }),
      ),
    organisation: (by, street) => readOrganisation(context, by, street),
    gaps: (by, street) => readGaps(context, by, street),
    grids: (by, street) => readGrids(context, by, street),
    changeGrids: (by, change) => changeGrids(context, by, change),
    unit: (by, code) => readUnit(context, by, code),
    addUnit: (by, body) => addUnit(context, by, body),
    changeUnit: (by, code, body) => changeUnit(context, by, code, body),
    closeUnit: (by, code, body) => closeUnit(context, by, code, body),
    reopenUnit: (by, code) => reopenUnit(context, by, code),
  };
}
