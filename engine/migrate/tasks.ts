/** Tasks after a migration: the new form and name, and the people whom the new version names; who has taken one keeps it. */
import type { Bundle } from "../model/bundle.ts";
import type { FlowNode, FlowNodeOf } from "../model/process.ts";
import type { Problem } from "../model/problem.ts";
import type { TaskState, Token } from "../model/state.ts";
import { whoMayTake } from "../execute/behaviors/user-task.ts";
import { own, taskAt } from "../execute/read-state.ts";
import type { Run } from "../execute/run.ts";
import { changeTask } from "../execute/tasks.ts";
import { causeOf } from "../execute/values.ts";

type UserTask = FlowNodeOf<"userTask">;

export function renewTasks(
  run: Run,
  from: Bundle,
  token: Token,
  before: FlowNode,
  after: FlowNode,
  keepsPeople: boolean,
): Problem | undefined {
  if (before.kind !== "userTask" || after.kind !== "userTask") return undefined;
  for (const id of run.owned("tasks", token.id)) {
    const task = taskAt(run.state, id);
    if (task === undefined) continue;
    const renewed =
      keepsPeople || task.signing !== undefined || isSamePeople(before, after) ? task : given(run, token, task, after);
    if ("code" in renewed) return renewed;
    if (renewed !== task || !isSameView(run, from, before, after)) changeTask(run, renewed, "migrated");
  }
  return undefined;
}

function isSamePeople(before: UserTask, after: UserTask): boolean {
  return (
    JSON.stringify([before.people, before.excludeActorOf]) === JSON.stringify([after.people, after.excludeActorOf])
  );
}

function isSameView(run: Run, from: Bundle, before: UserTask, after: UserTask): boolean {
  const view = ({ id, name, formKey, fieldRights, stage }: UserTask, { forms }: Bundle): string =>
    JSON.stringify([id, name, formKey, own(forms, formKey ?? ""), fieldRights, stage]);
  return view(before, from) === view(after, run.bundle);
}

function given(run: Run, token: Token, task: TaskState, node: UserTask): TaskState | Problem {
  const place = { scopeId: token.scopeId, locals: token.locals };
  const who = whoMayTake(run, token, node, place);
  if (!who.ok) return causeOf(who);
  const { assignee: had, candidateGroups: _, candidateUsers: __, excludedActors: ___, ...others } = task;
  const { assignee: named, ...candidates } = who.value;
  const assignee = task.isTaken === true ? had : named;
  return { ...others, ...candidates, ...(assignee === undefined ? {} : { assignee }) };
}
