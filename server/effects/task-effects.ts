/** Tasks appear in inboxes, change hands and leave. */
import type { EffectOf, TaskView } from "../../engine/model/effect.ts";
import type { TaskCandidateRow, TaskRow } from "../store/rows.ts";
import type { TaskChange } from "../store/tasks.ts";
import { rowId, type Ledger } from "./ledger.ts";
import { tellPerson } from "./notices.ts";

const instant = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text));

function columnsOf(task: TaskView) {
  return {
    name: task.name,
    assignee: task.assignee ?? null,
    due_at: instant(task.dueAt),
    limit_value: task.limit?.value ?? null,
    limit_clock: task.limit?.clock ?? null,
    priority: task.priority,
    view: JSON.stringify(task),
  } satisfies TaskChange;
}

function candidatesOf(step: Ledger, id: string, task: TaskView): readonly TaskCandidateRow[] {
  const row = (kind: TaskCandidateRow["kind"]) => (candidate: string) => ({
    ...{ street_id: step.facts.street, task_id: id, kind, candidate },
  });
  return [
    ...[...new Set(task.candidateGroups)].map(row("group")),
    ...[...new Set(task.candidateUsers)].map(row("person")),
    ...[...new Set(task.excludedActors)].map(row("excluded")),
  ];
}

/** Whoever is asked to work on a case may see it, from then on. */
function involve(step: Ledger, task: TaskView): void {
  for (const group of task.candidateGroups) step.involved.add(`group:${group}`);
  for (const person of task.candidateUsers) step.involved.add(`person:${person}`);
  if (task.assignee !== undefined) step.involved.add(`person:${task.assignee}`);
}

/** Groups find new work in their inbox; a person who is given it by somebody else is told. */
function tellAssignee(step: Ledger, task: TaskView, before: string | null | undefined): void {
  const { assignee } = task;
  if (assignee === undefined || assignee === before || assignee === step.facts.person) return;
  tellPerson(step, "taskAssigned", assignee, { task: { name: task.name, dueAt: task.dueAt ?? null } });
}

export function createTask(step: Ledger, { task }: EffectOf<"createTask">): void {
  const { street, caseId, at } = step.facts;
  const id = rowId(caseId, task.taskId);
  const row: TaskRow = {
    ...{ street_id: street, id, case_id: caseId, element_id: task.elementId, stage: task.stage ?? null },
    ...{ form_key: task.formKey ?? null, form_version: task.formVersion ?? null, status: "open", created_at: at },
    ...{ warn_at: null, closed_at: null, closed_by: null, submission_id: null },
    ...columnsOf(task),
  };
  step.newTasks.set(id, row);
  step.candidates.set(id, candidatesOf(step, id, task));
  involve(step, task);
  tellAssignee(step, task, null);
}

export function updateTask(step: Ledger, { task }: EffectOf<"updateTask">): void {
  const id = rowId(step.facts.caseId, task.taskId);
  const fresh = step.newTasks.get(id);
  if (fresh !== undefined) step.newTasks.set(id, { ...fresh, ...columnsOf(task) });
  else step.changedTasks.set(id, { ...step.changedTasks.get(id), ...columnsOf(task) });
  step.candidates.set(id, candidatesOf(step, id, task));
  involve(step, task);
  tellAssignee(step, task, fresh?.assignee);
}

export function closeTask(step: Ledger, { taskId, outcome }: EffectOf<"closeTask">): void {
  const { caseId, at, person, submissionId } = step.facts;
  const id = rowId(caseId, taskId);
  const closed = {
    status: outcome,
    closed_at: at,
    closed_by: outcome === "cancelled" ? null : (person ?? null),
    submission_id: outcome === "completed" ? (submissionId ?? null) : null,
  } satisfies TaskChange;
  const fresh = step.newTasks.get(id);
  if (fresh !== undefined) step.newTasks.set(id, { ...fresh, ...closed });
  else step.changedTasks.set(id, { ...step.changedTasks.get(id), ...closed });
  step.candidates.set(id, []);
  if (person !== undefined) step.involved.add(`person:${person}`);
}
