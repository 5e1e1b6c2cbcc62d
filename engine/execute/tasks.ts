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

export function closeTask(run: Run, taskId: string, outcome: EventOf<"taskClosed">["outcome"], reason?: string): void {
  const elementId = taskAt(run.state, taskId)?.elementId ?? "";
  run.emit({ type: "taskClosed", taskId, elementId, outcome, ...(reason === undefined ? {} : { reason }) });
  run.effect({ type: "closeTask", taskId, outcome });
}

function viewOf(run: Run, task: TaskState): TaskView {
  const { id: taskId, tokenId, candidateGroups = [], candidateUsers = [], excludedActors = [], ...rest } = task;
  const token = tokenAt(run.state, tokenId);
  if (token === undefined) throw new Error(`Expected token ${tokenId} of task ${taskId}, but it is not there`);
  const node = nodeOf(run.bundle, run.state, token) as FlowNodeOf<"userTask">;
  const limit = budgetAround(run.state, token)?.limit;
  return {
    taskId,
    name: node.name,
    ...formOf(run, node),
    candidateGroups,
    candidateUsers,
    excludedActors,
    priority: DEFAULT_PRIORITY,
    ...rest,
    ...(limit === undefined ? {} : { limit }),
    ...(node.stage === undefined ? {} : { stage: node.stage }),
    fieldRights: node.fieldRights,
    inputs: token.locals ?? {},
  };
}

function formOf(run: Run, { formKey }: FlowNodeOf<"userTask">): Pick<TaskView, "formKey" | "formVersion"> {
  if (formKey === undefined) return {};
  const formVersion = own(run.bundle.forms, formKey);
  return formVersion === undefined ? { formKey } : { formKey, formVersion };
}
