/**
 * Keeps the facts that indicators count, in the transaction of each step: one read and at most one write, whatever
 * the length of the story. A database that is older than its facts is brought up to date once, at the start.
 */
import { factsAfter, timeSpent, type CaseFacts, type FindNode } from "../../engine/indicators/index.ts";
import type { Bundle } from "../../engine/model/bundle.ts";
import type { Event } from "../../engine/model/event.ts";
import type { Clock } from "../../engine/model/time.ts";
import { casesWithoutFacts, changeFacts, findFacts, isReportedAgain } from "../store/case-facts.ts";
import type { Tx } from "../store/index.ts";
import { eventsOf, findRunningCase } from "../store/instances.ts";
import type { CaseFactRow, CaseRow } from "../store/rows.ts";
import { monthOf } from "../views/moments.ts";
import type { RuntimeContext } from "./context.ts";
import { storedEvent } from "./read-events.ts";

interface FactStep {
  readonly case: CaseRow;
  readonly bundle: Bundle;
  readonly events: readonly Event[];
  /** Person whose command it was. */
  readonly person: string | undefined;
}

type Context = Pick<RuntimeContext, "catalogue" | "ports">;

const finderOf =
  ({ processes }: Bundle): FindNode =>
  (id) => {
    for (const process of Object.values(processes)) {
      const node = process.nodes[id];
      if (node !== undefined) return node;
    }
    return undefined;
  };

const bit = (value: boolean) => (value ? 1 : 0);

/** Time on the clock of the case's own limit and the calendar of its bundle; before the limit began, on the matter's clock. */
function timesOf({ catalogue }: Context, row: CaseRow, { calendars, calendar }: Bundle, facts: CaseFacts) {
  const clock: Clock = catalogue.matter(row.street_id, row.matter)?.limit.clock ?? "workHour";
  const spent = timeSpent(facts, clock, calendars[calendar] ?? catalogue.calendar(row.street_id));
  return { accept_time: spent.accept, handle_time: spent.handle, close_time: spent.close };
}

function rowOf(context: Context, row: CaseRow, bundle: Bundle, facts: CaseFacts, repeated: boolean): CaseFactRow {
  const { catalogue } = context;
  const { timeZone } = catalogue;
  const month = (at: number | null) => (at === null ? null : monthOf(at, timeZone));
  return {
    ...{ street_id: row.street_id, case_id: row.id, unit_path: row.unit_path, grid: row.grid },
    community: communityOf(row.unit_path) ?? row.grid,
    large_class: catalogue.matter(row.street_id, row.matter)?.largeClass ?? row.matter,
    ...{ matter: row.matter, severity: row.severity, channel: facts.channel },
    level: facts.level === "" ? row.level : facts.level,
    // What the finder solved himself is no unit's merit and no unit's fault.
    ...{
      lead: facts.disposed ? facts.lead : null,
      sign_unit: facts.signUnit,
      outcome: facts.outcome,
      rating: facts.rating,
    },
    ...{ opened_at: row.opened_at, filed_at: facts.filedAt, due_at: facts.dueAt, handled_at: facts.handledAt },
    ...{ closed_at: facts.closedAt, signed_at: facts.signedAt, opened_month: monthOf(row.opened_at, timeZone) },
    ...{ filed_month: month(facts.filedAt), closed_month: month(facts.closedAt) },
    due_month: month(facts.dueAt ?? facts.closedAt),
    ...{ disposed: bit(facts.disposed), late: bit(facts.late), sign_late: bit(facts.signLate) },
    ...{ extended: bit(facts.extended), suspended: bit(facts.suspended), escalated: bit(facts.escalated) },
    ...{ returns: facts.returns, reworks: facts.reworks, reopens: facts.reopens },
    ...{ yellow: facts.yellow, red: facts.red },
    ...{ supervisions: facts.supervisions, supervisions_open: facts.supervisionsOpen },
    ...{ instructions: facts.instructions, instructions_open: facts.instructionsOpen },
    ...{ clock: facts.clock, pauses: JSON.stringify(facts.pauses), dispatch_late: bit(facts.dispatchLate) },
    ...{ verified: bit(facts.verified), verify_late: bit(facts.verifyLate), repeated: bit(repeated) },
    ...timesOf(context, row, bundle, facts),
  };
}

const DAY = 86_400_000;

/** As the units stood when the case was opened: grids that were merged or given away since change no figures. */
const communityOf = (unitPath: string): string | undefined => unitPath.split("/").at(-2) || undefined;

/** 重复案件: the same matter at the same place, within the street's number of days before. */
async function isRepeated({ catalogue }: Context, tx: Tx, row: CaseRow): Promise<boolean> {
  const days = catalogue.parameter(row.street_id, "repeatDays", row.opened_at);
  return typeof days === "number" && (await isReportedAgain(tx, row, row.opened_at - days * DAY));
}

/** `lead`: who leads by the case's own row, since the facts tell it only once there was work to lead. */
function factsOf(row: CaseFactRow, lead: string | null): CaseFacts {
  return {
    ...{ openedAt: row.opened_at, filedAt: row.filed_at, dueAt: row.due_at, handledAt: row.handled_at },
    ...{ closedAt: row.closed_at, outcome: row.outcome as CaseFacts["outcome"], level: row.level },
    ...{ channel: row.channel as CaseFacts["channel"], lead, disposed: row.disposed === 1 },
    ...{ late: row.late === 1, returns: row.returns, reworks: row.reworks, reopens: row.reopens },
    ...{ extended: row.extended === 1, suspended: row.suspended === 1, escalated: row.escalated === 1 },
    ...{ yellow: row.yellow, red: row.red, supervisions: row.supervisions, supervisionsOpen: row.supervisions_open },
    ...{ instructions: row.instructions, instructionsOpen: row.instructions_open, signUnit: row.sign_unit },
    ...{ signedAt: row.signed_at, signLate: row.sign_late === 1, rating: row.rating },
    ...{ clock: row.clock as CaseFacts["clock"], pauses: JSON.parse(row.pauses) as CaseFacts["pauses"] },
    ...{ dispatchLate: row.dispatch_late === 1, verified: row.verified === 1, verifyLate: row.verify_late === 1 },
  };
}

/** Notes that a person was active in a street this month; the same again changes nothing. */
export function noteActive({ catalogue, ports }: Context, tx: Tx, street: string, person: string | undefined): void {
  if (person === undefined) return;
  const month = monthOf(ports.clock.now(), catalogue.timeZone);
  tx.insert("active_person", { street_id: street, month, person_id: person });
}

/** The facts of a case that is new in this transaction. */
export async function addFacts(context: Context, tx: Tx, step: FactStep): Promise<void> {
  const { case: row, bundle, events } = step;
  const facts = factsAfter(undefined, events, finderOf(bundle));
  tx.insert("case_fact", rowOf(context, row, bundle, facts, await isRepeated(context, tx, row)));
  noteActive(context, tx, step.case.street_id, step.person);
}

/** The facts after a step of a case that is there. */
export async function saveFacts(context: Context, tx: Tx, step: FactStep): Promise<void> {
  const { street_id: street, id } = step.case;
  noteActive(context, tx, street, step.person);
  const before = await findFacts(tx, street, id);
  // Older than its facts: `fillFacts` reads the whole story.
  if (before === undefined) return;
  const facts = factsAfter(factsOf(before, step.case.lead), step.events, finderOf(step.bundle));
  const after = rowOf(context, step.case, step.bundle, facts, before.repeated === 1);
  await changeFacts(tx, before, after);
}

const AT_ONCE = 200;

async function fill(context: RuntimeContext, tx: Tx): Promise<number> {
  const rows = await casesWithoutFacts(tx, AT_ONCE);
  for (const row of rows) {
    const running = await findRunningCase(tx, row.street_id, row.id);
    const bundle = await context.catalogue.bundleByHash(running?.instance.bundle_hash ?? "");
    const events = (await eventsOf(tx, row.street_id, row.id)).map((each) => storedEvent(each).body);
    const facts = factsAfter(undefined, events, finderOf(bundle));
    tx.insert("case_fact", rowOf(context, row, bundle, facts, await isRepeated(context, tx, row)));
  }
  return rows.length;
}

/** Reads the stories of cases that have no facts yet, some at a time. Out: how many there were. */
export async function fillFacts(context: RuntimeContext): Promise<number> {
  let all = 0;
  for (;;) {
    const done = await context.store.write((tx) => fill(context, tx));
    all += done;
    if (done < AT_ONCE) return all;
  }
}
