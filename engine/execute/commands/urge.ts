/**
 * 催办: told to those who have the open tasks and counted with each. How often, and how soon again, is content: the
 * parameters `urgeMost` (times) and `urgeApart` (a limit on one of the four clocks); without them there is no bound.
 */
import { addBudget } from "../../calendar/index.ts";
import type { CommandOf } from "../../model/command.ts";
import type { Json } from "../../model/json.ts";
import type { TaskState } from "../../model/state.ts";
import { evaluateAt } from "../context.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { ROOT_SCOPE, tasksOf } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { changeTask } from "../tasks.ts";
import { isLimit } from "../values.ts";
import type { CommandRule } from "./command-rule.ts";
import { missingTask, openTask } from "./open-task.ts";

export const urge: CommandRule<"urge"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, { taskId, text }: CommandOf<"urge">): Rejection {
  const named = taskId === undefined ? undefined : openTask(run, taskId);
  if (taskId !== undefined && named === undefined) return missingTask(run, taskId);
  const tasks = named === undefined ? tasksOf(run.state) : [named];
  const bounds = boundsIn(run);
  const free = tasks.filter((task) => boundOf(run, task, bounds) === undefined);
  const [first] = tasks;
  if (first === undefined) return OFFICE_REJECTIONS.urgeNothing();
  // Of many those are urged that may be.
  if (free.length === 0) return boundOf(run, first, bounds);
  tell(run, free, text);
  return undefined;
}

function tell(run: Run, tasks: readonly TaskState[], text: string): void {
  const taskIds = tasks.map(({ id }) => id);
  run.emit({ type: "urged", taskIds, elementIds: [...new Set(tasks.map(({ elementId }) => elementId))], text });
  for (const task of tasks) {
    changeTask(run, { ...task, urged: { times: (task.urged?.times ?? 0) + 1, lastAt: run.now } }, "marked");
  }
  const people = tasks.flatMap(({ assignee, candidateUsers = [] }) =>
    assignee === undefined ? candidateUsers : [assignee],
  );
  const groups = tasks.flatMap(({ assignee, candidateGroups = [] }) => (assignee === undefined ? candidateGroups : []));
  run.effect({ type: "notifyUrge", taskIds, people: [...new Set(people)], groups: [...new Set(groups)], text });
}

interface Bounds {
  readonly most: Json;
  readonly apart: Json;
}

function boundsIn(run: Run): Bounds {
  const valueOf = (name: string): Json => {
    const result = evaluateAt(run, `param.${name}`, { scopeId: ROOT_SCOPE });
    return result.ok ? result.value : null;
  };
  return { most: valueOf("urgeMost"), apart: valueOf("urgeApart") };
}

function boundOf(run: Run, { urged }: TaskState, { most, apart }: Bounds): Rejection {
  if (urged === undefined) return undefined;
  if (typeof most === "number" && urged.times >= most) return OFFICE_REJECTIONS.urgeOften(most);
  const until = isLimit(apart) ? addBudget(run.calendar, urged.lastAt, apart) : run.now;
  return run.now < until ? OFFICE_REJECTIONS.urgeSoon(until) : undefined;
}
