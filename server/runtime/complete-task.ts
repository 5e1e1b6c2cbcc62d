/** 办理: a person completes a task with its form; form, files and step are one transaction. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Problem, Result } from "../../engine/model/problem.ts";
import { actorOf, type Principal } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import type { CommandDone, CompleteTask } from "../contract/types.ts";
import { splitRowId } from "../effects/index.ts";
import { answer, refuse, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { linkAttachments } from "../store/attachments.ts";
import { caseAt } from "../store/cases.ts";
import type { Reader, Tx } from "../store/index.ts";
import { findRunningCase } from "../store/instances.ts";
import { submissionById, type SubmissionRow } from "../store/submissions.ts";
import { findTask } from "../store/tasks.ts";
import { caseSummary } from "../views/case-summary.ts";
import { attachmentsIn } from "./attachments-in.ts";
import type { PublishedForm } from "./catalogue-type.ts";
import { checkedData } from "./check-data.ts";
import { commandInFrame, type Work } from "./command-frame.ts";
import { contentHash } from "./content-hash.ts";
import { wordsOf, type RuntimeContext } from "./context.ts";
import { hereOf, mayWorkOn, viewOf } from "./may-work.ts";
import { filesMissing, Refusal } from "./refusal.ts";
import { runStep } from "./run-instance.ts";
import type { CommandOptions } from "./runtime-type.ts";
import { sayDone } from "./say-done.ts";

export interface TaskTarget {
  readonly street: string;
  readonly taskId: string;
}

interface Given {
  readonly principal: Principal;
  readonly target: TaskTarget;
  readonly body: CompleteTask;
  /** As it is kept: hidden answers dropped, computed ones filled in. */
  readonly data: JsonObject;
  readonly hash: string;
  /** Absent for a task without a form. */
  readonly form: PublishedForm | undefined;
  readonly at: number;
}

/** A submission that arrived before: the same one gets the same answer, another one is refused. */
async function repeated(
  context: RuntimeContext,
  read: Reader,
  given: Pick<Given, "target" | "hash">,
  row: SubmissionRow,
): Promise<Outcome<CommandDone>> {
  const { street, taskId } = given.target;
  if (row.content_hash !== given.hash || row.task_id !== taskId) return refuseWith("SUBMISSION_CONTENT_DIFFERS");
  const found = await findRunningCase(read, street, splitRowId(taskId).caseId);
  if (found === undefined) throw new Error(`Expected the case of submission ${row.id}, but it is not there.`);
  const message = { "zh-CN": "已提交过，无需重复提交", en: "Sent before; nothing was done twice" };
  return answer({ case: caseSummary(found.case, wordsOf(context)), revision: found.instance.revision, message });
}

/** The form that the task was made with; data is checked before the queue, so a long form holds nobody up. */
async function formOf(context: RuntimeContext, { street, taskId }: TaskTarget): Promise<PublishedForm | undefined> {
  const task = await findTask(context.store.read, street, taskId);
  if (task === undefined || task.form_key === null) return undefined;
  const form = await context.catalogue.form(street, task.form_key, task.form_version ?? undefined);
  if (form === undefined) throw new Error(`Expected form ${task.form_key} of task ${taskId} to be published.`);
  return form;
}

/** Fields that the task shows but does not let change must not come with other values; hidden ones not at all. */
function fieldRightProblems(work: Work, data: JsonObject): readonly Problem[] {
  const rights = work.view?.fieldRights ?? [];
  return rights
    .filter(({ right, path }) => right !== "editable" && Object.hasOwn(data, path))
    .map(({ path }) => problem("FIELD_NOT_EDITABLE", { field: path }, { path: `/${path}` }));
}

function refusalOf(given: Given, work: Work): Outcome<never> | undefined {
  const { principal, data } = given;
  if (work.task === undefined || work.view === undefined) throw new Error("Expected a task to complete.");
  if (work.view.excludedActors.includes(principal.id)) return refuseWith("TASK_ACTOR_EXCLUDED");
  if (!mayWorkOn(principal, work.view)) return refuseWith("TASK_NOT_YOURS");
  if (!mayDo(principal, "task.complete", hereOf(work.case, [work.view])))
    return refuseWith("ACTION_NOT_ALLOWED", { action: "task.complete" });
  const problems = fieldRightProblems(work, data);
  return problems.length > 0 ? refuse(...problems) : undefined;
}

function rowOf({ principal, target, body, data, hash, form, at }: Given, work: Work): SubmissionRow {
  return {
    ...{ street_id: target.street, id: body.submissionId, form_key: form?.key ?? "", form_version: form?.version ?? 0 },
    ...{
      form_hash: form?.hash ?? "",
      content_hash: hash,
      data: JSON.stringify(data),
      by_person: principal.id,
      at,
    },
    device_at: body.deviceTime === undefined ? null : Date.parse(body.deviceTime),
    ...{ position: null, place_code: null, unit_path: work.case.unit_path, case_id: work.case.id },
    task_id: target.taskId,
  };
}

async function linkFiles(tx: Tx, { principal, target, body, data, form }: Given, work: Work): Promise<void> {
  if (form === undefined) return;
  const items = attachmentsIn(form.schema, data);
  const missing = await linkAttachments(tx, {
    ...{ items, byPerson: principal.id, street: target.street },
    ...{ unitPath: work.case.unit_path, caseId: work.case.id, submissionId: body.submissionId },
  });
  if (missing.length > 0) throw filesMissing(missing, items);
}

async function complete(context: RuntimeContext, tx: Tx, given: Given, work: Work) {
  const refusal = refusalOf(given, work);
  if (refusal !== undefined) return refusal;
  const { principal, target, body, data, at } = given;
  await linkFiles(tx, given, work);
  const step = await runStep(context, tx, work, {
    submissionId: body.submissionId,
    command: {
      ...{ type: "completeTask", taskId: splitRowId(target.taskId).engineId, submission: data },
      ...{ now: new Date(at).toISOString(), actor: actorOf(principal) },
    },
  });
  if (!step.ok) throw new Refusal(step.problems);
  tx.insert("submission", rowOf(given, work));
  const name = work.task?.name ?? "";
  const message = sayDone(context, step.value, { "zh-CN": `已提交“${name}”`, en: `"${name}" is done` });
  return answer({ step: step.value, message });
}

/** See `Runtime.completeTask`. */
export async function completeTask(
  context: RuntimeContext,
  principal: Principal,
  target: TaskTarget,
  body: CompleteTask,
  options: CommandOptions,
): Promise<Outcome<CommandDone>> {
  const content = { data: body.data as JsonObject, submissionId: body.submissionId };
  const hash = contentHash({ ...content, by: principal.id, task: target.taskId });
  const before = await submissionById(context.store.read, body.submissionId);
  if (before !== undefined) return repeated(context, context.store.read, { target, hash }, before);
  const form = await formOf(context, target);
  const raw = body.data as JsonObject;
  const checked: Result<JsonObject> =
    form === undefined ? { ok: true, value: raw } : await checkedData(context, form, raw);
  if (!checked.ok && (await isHisOpenTask(context, principal, target))) return refuse(...checked.problems);
  const at = context.ports.clock.now();
  return commandInFrame(context, { principal, target, options, content }, async (tx, work) =>
    checked.ok
      ? complete(context, tx, { principal, target, body, data: checked.value, hash, form, at }, work)
      : refuse(...checked.problems),
  );
}

/** Somebody else's form is not explained to a person: the frame says first that the task is not his. */
async function isHisOpenTask(context: RuntimeContext, principal: Principal, target: TaskTarget): Promise<boolean> {
  const task = await findTask(context.store.read, target.street, target.taskId);
  if (task === undefined || task.status !== "open" || !mayWorkOn(principal, viewOf(task))) return false;
  return (await caseAt(context.store.read, target.street, task.case_id))?.closed_at === null;
}
