/**
 * What every command of a person has in common: find the work, hide what is not his, meet a second arrival with
 * its first answer, tell who was first, run the step, answer.
 */
import type { TaskView } from "../../engine/model/effect.ts";
import type { Json, JsonObject } from "../../engine/model/json.ts";
import type { Title } from "../../engine/model/title.ts";
import type { Principal } from "../access/actor.ts";
import type { CommandDone } from "../contract/types.ts";
import { answer, notFound, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { findAnswer } from "../store/idempotency.ts";
import type { Tx } from "../store/index.ts";
import { findRunningCase, findTaskAtWork, lastEvent, type RunningCase } from "../store/instances.ts";
import { personNames } from "../store/people.ts";
import type { TaskRow } from "../store/tasks.ts";
import { caseSummary } from "../views/case-summary.ts";
import { contentHash } from "./content-hash.ts";
import { wordsOf, type RuntimeContext } from "./context.ts";
import { maySee, viewOf } from "./may-work.ts";
import { orRefused } from "./refusal.ts";
import type { Stepped } from "./run-instance.ts";
import type { CommandOptions, Target } from "./runtime-type.ts";

/** The case a command is about, as it is now. */
export interface Work extends RunningCase {
  /** Only when the target is a task. */
  readonly task?: TaskRow;
  readonly view?: TaskView;
}

async function findWork(tx: Tx, target: Target): Promise<Work | undefined> {
  if ("caseId" in target) return findRunningCase(tx, target.street, target.caseId);
  const found = await findTaskAtWork(tx, target.street, target.taskId);
  return found === undefined ? undefined : { ...found, view: viewOf(found.task) };
}

async function nameOf(tx: Tx, id: string): Promise<string> {
  return (await personNames(tx, [id])).get(id) ?? "系统";
}

const iso = (at: number) => new Date(at).toISOString();

/** 409 that names who was first and when (R10). */
async function alreadyDone(tx: Tx, task: TaskRow): Promise<Outcome<never>> {
  if (task.closed_by === null) return refuseWith("TASK_ALREADY_CLOSED");
  const by = await nameOf(tx, task.closed_by);
  const details: JsonObject = { by, at: task.closed_at === null ? null : iso(task.closed_at) };
  return { ok: false, problems: [problem("TASK_ALREADY_COMPLETED", { by })], details };
}

async function stale(tx: Tx, work: Work): Promise<Outcome<never>> {
  const event = await lastEvent(tx, work.case.street_id, work.case.id);
  const by = await nameOf(tx, event?.actor.replace(/^person:/, "") ?? "");
  const details: JsonObject = { by, at: event === undefined ? null : iso(event.at), revision: work.instance.revision };
  return { ok: false, problems: [problem("STALE_REVISION", { by })], details };
}

async function firstAnswer(
  tx: Tx,
  street: string,
  key: string | undefined,
  hash: string,
): Promise<Outcome<CommandDone> | undefined> {
  if (key === undefined) return undefined;
  const before = await findAnswer(tx, street, key);
  if (before === undefined) return undefined;
  if (before.content_hash !== hash) return refuseWith("IDEMPOTENCY_KEY_REUSED");
  return answer(JSON.parse(before.answer) as CommandDone);
}

/** A leader who has asked is told what came of it, even when the work was finished first (督办、批示 are owed an answer). */
const owedAfterClosing: ReadonlySet<Json | undefined> = new Set(["replySupervision"]);

export interface Commanded {
  readonly principal: Principal;
  readonly target: Target;
  readonly options: CommandOptions;
  /** What the command says, for the idempotency key. */
  readonly content: JsonObject;
}

/** The command's own part: refuse with problems before anything is written, or run the step. */
type OwnPart = (tx: Tx, work: Work) => Promise<Outcome<{ readonly step: Stepped; readonly message: Title }>>;

async function attempt(context: RuntimeContext, tx: Tx, given: Commanded, run: OwnPart): Promise<Outcome<CommandDone>> {
  const { principal, target, options, content } = given;
  const hash = options.idempotencyKey === undefined ? "" : contentHash({ ...content, by: principal.id, ...target });
  const before = await firstAnswer(tx, target.street, options.idempotencyKey, hash);
  if (before !== undefined) return before;
  const work = await findWork(tx, target);
  if (work === undefined || !(await maySee(context, tx, principal, work.case, work.view))) return notFound();
  if (work.task !== undefined && work.task.status !== "open") return alreadyDone(tx, work.task);
  if (work.case.closed_at !== null && !owedAfterClosing.has(content["type"]))
    return refuseWith("CASE_CLOSED", { number: work.case.number });
  if (options.revision !== undefined && options.revision !== work.instance.revision) return stale(tx, work);
  const done = await run(tx, work);
  if (!done.ok) return done;
  const result = doneOf(context, done.value.step, done.value.message);
  if (options.idempotencyKey !== undefined)
    tx.insert("idempotency", {
      ...{ street_id: target.street, key: options.idempotencyKey, content_hash: hash },
      ...{ answer: JSON.stringify(result), at: context.ports.clock.now() },
    });
  return answer(result);
}

const doneOf = (context: RuntimeContext, step: Stepped, message: Title): CommandDone => ({
  case: caseSummary(step.case, wordsOf(context)),
  revision: step.revision,
  message: { ...message },
});

/** Runs a person's command in one transaction. */
export function commandInFrame(context: RuntimeContext, given: Commanded, run: OwnPart): Promise<Outcome<CommandDone>> {
  return orRefused(context.store.writeShared((tx) => attempt(context, tx, given, run)));
}
