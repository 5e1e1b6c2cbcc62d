/** Tasks: what the shell shows of them, and how they change and close. */
import type { TaskView } from "../model/effect.ts";
import type { EventOf } from "../model/event.ts";
import type { FlowNodeOf } from "../model/process.ts";
import type { TaskState } from "../model/state.ts";
import { budgetAround, nodeOf, own, taskAt, tasksOf, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";

const DEFAULT_PRIORITY = 50;

export function createTask(run: Run, task: TaskState): void {
  run.emit({ type: "taskCreated", task });
  run.effect({ type: "createTask", task: viewOf(run, task) });
}

export function changeTask(run: Run, task: TaskState, change: EventOf<"taskChanged">["change"], reason?: string): void {
  run.emit({ type: "taskChanged", task, change, ...(reason === undefined ? {} : { reason }) });
  run.effect({ type: "updateTask", task: viewOf(run, task) });
}

/** The due date of a task moves with the budget of its activity. */
export function rescheduleTask(run: Run, tokenId: string, dueAt: string): void {
  for (const task of tasksOf(run.state)) {
    const scope = run.state.scopes[run.state.tokens?.[task.tokenId]?.scopeId ?? ""];
    const isInstance = scope?.loop !== undefined && scope.hostToken === tokenId;
    if (task.tokenId === tokenId || isInstance) changeTask(run, { ...task, dueAt }, "rescheduled");
  }
}

/** A step that was taken back comes to who took it back, when it can. */
export function giveTask(run: Run, tokenId: string, assignee: string): void {
  const task = run.owned("tasks", tokenId).map((id) => taskAt(run.state, id))[0];
  if (task === undefined || task.assignee !== undefined || task.excludedActors?.includes(assignee)) return;
  changeTask(run, { ...task, assignee, isTaken: true }, "claimed");
}

export function closeTask(run: Run, taskId: string, outcome: EventOf<"taskClosed">["outcome"], reason?: string): void {
  const { elementId = "", signing } = taskAt(run.state, taskId) ?? {};
  run.emit({
    ...{ type: "taskClosed", taskId, elementId, outcome },
    ...(reason === undefined ? {} : { reason }),
    ...(signing === undefined ? {} : { signingOf: signing.taskId }),
  });
  run.effect({ type: "closeTask", taskId, outcome });
}

function viewOf(run: Run, task: TaskState): TaskView {
  const { id: taskId, tokenId, candidateGroups = [], candidateUsers = [], excludedActors = [] } = task;
  const token = tokenAt(run.state, tokenId);
  if (token === undefined) throw new Error(`Expected token ${tokenId} of task ${taskId}, but it is not there`);
  const node = nodeOf(run.bundle, run.state, token) as FlowNodeOf<"userTask">;
  const limit = budgetAround(run.state, token)?.limit;
  return {
    taskId,
    name: node.name,
    // Whoever is asked for a signature gives an opinion; the form is for who has the task.
    ...(task.signing === undefined ? formOf(run, node) : {}),
    candidateGroups,
    candidateUsers,
    excludedActors,
    priority: DEFAULT_PRIORITY,
    ...shown(task),
    ...(limit === undefined ? {} : { limit }),
    ...(node.stage === undefined ? {} : { stage: node.stage }),
    fieldRights: node.fieldRights,
    inputs: token.locals ?? {},
  };
}

const KEPT: ReadonlySet<string> = new Set([
  ...["id", "tokenId", "candidateGroups", "candidateUsers", "excludedActors"],
  ...["isTaken", "laterSigners", "workedOn", "urged"],
]);

type Shown = Omit<TaskState, "id" | "tokenId" | "isTaken" | "laterSigners" | "workedOn" | "urged">;

/** What a task shows of its state as it is; a loop, because taking the rest of an object is ten times as slow. */
function shown(task: TaskState): Shown {
  const entries: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(task)) if (!KEPT.has(name)) entries[name] = value;
  return entries as unknown as Shown;
}

function formOf(run: Run, { formKey }: FlowNodeOf<"userTask">): Pick<TaskView, "formKey" | "formVersion"> {
  if (formKey === undefined) return {};
  const formVersion = own(run.bundle.forms, formKey);
  return formVersion === undefined ? { formKey } : { formKey, formVersion };
}
