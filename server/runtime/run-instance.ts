/**
 * The shell around the engine (house.md §3.2): load a case's instance → `advance` → save state, events and rows,
 * all inside the caller's transaction. Nothing here grows with the length of the case's history.
 */
import { advance } from "../../engine/index.ts";
import type { Actor } from "../../engine/model/actor.ts";
import type { Bundle } from "../../engine/model/bundle.ts";
import type { Command } from "../../engine/model/command.ts";
import type { Effect } from "../../engine/model/effect.ts";
import type { Event } from "../../engine/model/event.ts";
import type { Result } from "../../engine/model/problem.ts";
import type { InstanceState } from "../../engine/model/state.ts";
import { enterEffects, ledger, saveLedger, type Ledger } from "../effects/index.ts";
import type { Tx } from "../store/index.ts";
import { saveInstance, type RunningCase } from "../store/instances.ts";
import type { CaseRow, EventRow } from "../store/rows.ts";
import type { RuntimeContext } from "./context.ts";
import { withFallback, type Advanced } from "./fallback.ts";
import { addFacts, saveFacts } from "./keep-facts.ts";
import { projectCase } from "./project-case.ts";
import { staffingOf, type Staffing } from "./staffing.ts";
import { enterDeadlines } from "./task-deadlines.ts";

/** What a command left behind. */
export interface Stepped {
  readonly case: CaseRow;
  readonly revision: number;
  readonly state: InstanceState;
  readonly events: readonly Event[];
  readonly ledger: Ledger;
}

/** A command with what the tables need besides. */
export interface Step {
  readonly command: Command;
  /** Submission that completes the task. */
  readonly submissionId?: string;
  /** Who stands where, when the same transaction has changed it. */
  readonly staffing?: Staffing;
}

const personOf = (actor: Actor): string | undefined => (actor.kind === "person" ? actor.id : undefined);

const actorText = (actor: Actor): string => `${actor.kind}:${actor.id}`;

function elementOf(event: Event): string | null {
  if ("elementId" in event) return event.elementId;
  if ("flowId" in event) return event.flowId;
  if ("token" in event) return event.token.elementId;
  if ("task" in event) return event.task.elementId;
  if ("budget" in event) return event.budget.elementId;
  return null;
}

function eventRow(street: string, instanceId: string, event: Event): EventRow {
  const { seq, at, actor, ...body } = event;
  return {
    ...{ street_id: street, instance_id: instanceId, seq, at: Date.parse(at), actor: actorText(actor) },
    ...{ type: event.type, element_id: elementOf(event), body: JSON.stringify(body) },
  };
}

/** Workers look at once for what a step has left them, not at their next round. */
function wakeFor(context: RuntimeContext, tx: Tx, step: Ledger): void {
  const isWaitedFor = step.newJobs.size + step.messages.length + step.newSubscriptions.size + step.signals.length > 0;
  if (isWaitedFor) tx.afterCommit(() => context.signal.wake());
}

/** The row that the command itself has used up. */
function forget(step: Ledger, command: Command): void {
  if (command.type === "fireTimer") step.goneTimers.add(command.timerId);
  if (command.type === "completeJob" || command.type === "throwError" || command.type === "failJob")
    step.goneJobs.add(command.jobId);
}

function ledgerOf(context: RuntimeContext, row: CaseRow, step: Step): Ledger {
  return ledger({
    ...{ street: row.street_id, caseId: row.id, at: Date.parse(step.command.now), before: row },
    person: personOf(step.command.actor),
    submissionId: step.submissionId,
    newId: () => context.ports.ids.uuid(),
  });
}

/** The engine's answer, with work that nobody could take passed on. */
async function advanced(
  context: RuntimeContext,
  bundle: Bundle,
  before: InstanceState | undefined,
  step: Step,
): Promise<Result<Advanced>> {
  const result = advance(bundle, before, step.command);
  if (!result.ok) return { ok: false, problems: [result.problem] };
  const staffing = step.staffing ?? (await staffingOf(context.store));
  return { ok: true, value: withFallback(context, staffing, bundle, step.command.now, result) };
}

/** Enters effects and projection in a new ledger. */
/**
 * A case counts as closed from the closing on, whatever its instance still waits for (a resident's rating), and is open
 * again when it is taken up anew. Which states are final is content.
 */
function enterClosing({ catalogue }: RuntimeContext, row: CaseRow, { caseChange, facts }: Ledger): void {
  const { state } = caseChange;
  if (state === undefined || caseChange.closed_at !== undefined) return;
  const isFinal = catalogue.isFinal(row.street_id, state);
  if (isFinal !== (row.closed_at !== null)) caseChange.closed_at = isFinal ? facts.at : null;
}

function enter(
  context: RuntimeContext,
  row: CaseRow,
  step: Step,
  effects: readonly Effect[],
  after: Omit<Advanced, "effects">,
) {
  const changes = ledgerOf(context, row, step);
  enterEffects(changes, effects);
  forget(changes, step.command);
  const { change, units } = projectCase(after.state, after.events, row);
  Object.assign(changes.caseChange, change);
  enterClosing(context, row, changes);
  enterDeadlines(changes, after.state, after.events);
  for (const unit of units) changes.involved.add(`unit:${unit}`);
  return changes;
}

/**
 * Runs a command on a case that is there. Throws `Conflict` when somebody saved in between: the transaction then
 * runs again from its beginning. Problems are the engine's rejections; nothing has been written then.
 */
export async function runStep(
  context: RuntimeContext,
  tx: Tx,
  running: RunningCase,
  step: Step,
): Promise<Result<Stepped>> {
  const { instance, case: row } = running;
  const bundle = await context.catalogue.bundleByHash(instance.bundle_hash);
  const result = await advanced(context, bundle, JSON.parse(instance.state) as InstanceState, step);
  if (!result.ok) return result;
  const { state, events, effects } = result.value;
  const changes = enter(context, row, step, effects, { state, events });
  const revision = instance.revision + 1;
  await saveInstance(
    tx,
    { ...instance, revision, status: state.status, state: JSON.stringify(state) },
    instance.revision,
  );
  await saveLedger(tx, changes, false);
  const stepped: CaseRow = { ...row, ...changes.caseChange };
  await saveFacts(context, tx, { case: stepped, bundle, events, person: changes.facts.person });
  wakeFor(context, tx, changes);
  for (const event of events) tx.insert("event", eventRow(row.street_id, row.id, event));
  return { ok: true, value: { case: stepped, revision, state, events, ledger: changes } };
}

/** Opens a case and starts its process. In: the case's row before anything has happened. */
export async function startInstance(
  context: RuntimeContext,
  tx: Tx,
  row: CaseRow,
  bundle: Bundle,
  step: Step,
): Promise<Result<Stepped>> {
  const result = await advanced(context, bundle, undefined, step);
  if (!result.ok) return result;
  const { state, events, effects } = result.value;
  const changes = enter(context, row, step, effects, { state, events });
  const started: CaseRow = { ...row, ...changes.caseChange };
  tx.insert("case_", started);
  tx.insert("instance", {
    ...{ street_id: row.street_id, id: row.id, bundle_hash: bundle.hash, revision: 1, status: state.status },
    state: JSON.stringify(state),
  });
  changes.involved.add(`person:${row.reporter}`);
  await saveLedger(tx, changes, true);
  await addFacts(context, tx, { case: started, bundle, events, person: changes.facts.person });
  wakeFor(context, tx, changes);
  for (const event of events) tx.insert("event", eventRow(row.street_id, row.id, event));
  return { ok: true, value: { case: started, revision: 1, state, events, ledger: changes } };
}
