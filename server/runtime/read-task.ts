/** The task page: its form and facts, the case around it, what this person may do and whom he may pass it to. */
import { sendBackTargets } from "../../engine/index.ts";
import type { InstanceState } from "../../engine/model/state.ts";
import type { Principal } from "../access/actor.ts";
import type { Task } from "../contract/types.ts";
import { splitRowId } from "../effects/index.ts";
import { findTaskAtWork } from "../store/instances.ts";
import { formView } from "../views/form.ts";
import type { RuntimeContext } from "./context.ts";
import { maySee, taskActionsOf, viewOf } from "./may-work.ts";
import { elementName } from "./element-name.ts";
import { readCaseFile } from "./read-case.ts";
import { summariesOf } from "./read-tasks.ts";
import { transferTargets } from "./transfer-targets.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findTaskAtWork>>>;

async function formOf(context: RuntimeContext, { task }: Found): Promise<Pick<Task, "form">> {
  if (task.form_key === null) return {};
  const form = await context.catalogue.form(task.street_id, task.form_key, task.form_version ?? undefined);
  if (form === undefined) return {};
  return { form: formView(form, task.street_id, (await context.catalogue.compiled(form)).hash) };
}

async function sendBackTo(
  context: RuntimeContext,
  { instance, task }: Found,
): Promise<NonNullable<Task["sendBackTo"]>> {
  const bundle = await context.catalogue.bundleByHash(instance.bundle_hash);
  const state = JSON.parse(instance.state) as InstanceState;
  const targets = sendBackTargets(bundle, state, splitRowId(task.id).engineId);
  return targets.map((elementId) => ({ elementId, name: elementName(bundle, elementId) }));
}

/** See `Runtime.task`. */
export async function readTask(
  context: RuntimeContext,
  principal: Principal,
  street: string,
  taskId: string,
): Promise<Task | undefined> {
  const found = await findTaskAtWork(context.store.read, street, taskId);
  if (found === undefined) return undefined;
  const view = viewOf(found.task);
  if (!(await maySee(context, context.store.read, principal, found.case, view))) return undefined;
  const actions = taskActionsOf(principal, found.case, found.task, view);
  const [summary] = await summariesOf(context, [found]);
  if (summary === undefined) throw new Error(`Expected a summary of task ${taskId}.`);
  return {
    task: summary,
    case: await readCaseFile(context, principal, found),
    ...(await formOf(context, found)),
    inputs: { ...view.inputs },
    fieldRights: view.fieldRights.map((right) => ({ ...right })),
    actions: [...actions],
    ...(actions.includes("transfer") ? { transferTo: [...(await transferTargets(context, found.case, view))] } : {}),
    ...(actions.includes("sendBack") ? { sendBackTo: await sendBackTo(context, found) } : {}),
    revision: found.instance.revision,
  };
}
