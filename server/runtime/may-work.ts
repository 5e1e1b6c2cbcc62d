/** What a person may do with a case and its tasks: seen at all, his to work on, his to command. */
import type { TaskView } from "../../engine/model/effect.ts";
import type { Json } from "../../engine/model/json.ts";
import { groupsOf, type Principal } from "../access/actor.ts";
import { mayDo, scopeOf, type Here } from "../access/may-do.ts";
import { isWithin } from "../access/unit-tree.ts";
import { findCase, type CaseRow } from "../store/cases.ts";
import type { Reader } from "../store/index.ts";
import type { TaskRow } from "../store/tasks.ts";
import type { RuntimeContext } from "./context.ts";
import { ownerUnits } from "./project-case.ts";

export const viewOf = (task: TaskRow): TaskView => JSON.parse(task.view) as TaskView;

const unitOf = (group: string): string => group.slice(0, group.indexOf("/"));

/** Where a case is for the access table: its grid's path and the units at work on it. */
/** `addressed`: units that a leader's instruction names. */
export function hereOf(row: CaseRow, tasks: readonly TaskView[] = [], addressed: readonly string[] = []): Here {
  const owner = row.owner === null ? undefined : (JSON.parse(row.owner) as Json);
  const working = tasks.flatMap((task) => task.candidateGroups.map(unitOf));
  return { path: row.unit_path, units: [...ownerUnits(owner), ...working, ...addressed] };
}

/** Whether the task is his: taken by him, or nobody's and offered to him; never when he is excluded from it. */
export function mayWorkOn(principal: Principal, task: TaskView): boolean {
  if (principal.kind === "system") return true;
  if (task.excludedActors.includes(principal.id)) return false;
  if (task.assignee !== undefined) return task.assignee === principal.id;
  const groups = groupsOf(principal);
  return task.candidateUsers.includes(principal.id) || task.candidateGroups.some((group) => groups.includes(group));
}

/** Whether the case is there for this person at all; what he does not see is answered with 404. */
export async function maySee(
  context: RuntimeContext,
  read: Reader,
  principal: Principal,
  row: CaseRow,
  task?: TaskView,
): Promise<boolean> {
  if (principal.kind === "system") return true;
  if (principal.kind === "resident") return principal.street === row.street_id && principal.caseId === row.id;
  const scope = scopeOf(principal, context.catalogue.tree);
  if (!scope.reach.includes(row.street_id)) return false;
  if (scope.paths.some((path) => isWithin(row.unit_path, path))) return true;
  if (task !== undefined && mayWorkOn(principal, task)) return true;
  return (await findCase(read, scope, row.id)) !== undefined;
}

const has = (action: string) => (principal: Principal, here: Here) => mayDo(principal, action, here);

/** Actions of the case page, as the screens name them. */
export const caseActions = {
  supervise: has("case.supervise"),
  instruct: has("case.instruct"),
  suspend: has("case.suspend"),
  resume: has("case.suspend"),
  extend: has("case.extend"),
  cancel: has("case.cancel"),
  urge: has("case.urge"),
  forceClose: has("case.forceClose"),
  // Whose step it was, the engine knows; the case may be with a unit that is not his by now.
  withdrawStep: (principal: Principal) => mayDo(principal, "task.complete"),
  replySupervision: has("task.complete"),
} as const;

export type CaseAction = keyof typeof caseActions;

/** Whether the state of the case leaves room for an action. */
function fits(action: CaseAction, row: CaseRow): boolean {
  // The answer to 督办 and 批示 is owed though the case has been closed meanwhile; nothing else fits it any more.
  if (row.closed_at !== null && action !== "replySupervision") return false;
  switch (action) {
    case "suspend":
    case "extend":
    case "urge":
    case "withdrawStep":
      return row.suspended === 0;
    case "resume":
      return row.suspended === 1;
    case "replySupervision":
      return row.supervised === 1;
    case "supervise":
    case "instruct":
    case "cancel":
    case "forceClose":
      return true;
  }
}

export function caseActionsOf(
  principal: Principal,
  row: CaseRow,
  tasks: readonly TaskView[],
  addressed: readonly string[] = [],
): readonly CaseAction[] {
  const here = hereOf(row, tasks, addressed);
  const all = Object.keys(caseActions) as CaseAction[];
  return all.filter((action) => fits(action, row) && caseActions[action](principal, here));
}

/** What the person may do with an open task: claim, complete, sendBack, transfer. */
export function taskActionsOf(principal: Principal, row: CaseRow, task: TaskRow, view: TaskView): readonly string[] {
  if (task.status !== "open" || row.suspended === 1) return [];
  const here = hereOf(row, [view]);
  const may = (action: string) => mayDo(principal, action, here);
  const isHis = mayWorkOn(principal, view);
  return [
    ...(isHis && view.assignee === undefined && may("task.complete") ? ["claim"] : []),
    ...(isHis && may("task.complete") ? ["complete"] : []),
    ...(isHis && may("task.sendBack") ? ["sendBack"] : []),
    ...(mayTransfer(principal, row, view) ? ["transfer"] : []),
  ];
}

/** 转办: who has the task, or who leads where it is. */
export function mayTransfer(principal: Principal, row: CaseRow, view: TaskView): boolean {
  const leads = principal.grants.some(
    (grant) => ["dispatcher", "leader"].includes(grant.role) && isWithin(row.unit_path, grant.path),
  );
  return mayDo(principal, "task.transfer", hereOf(row, [view])) && (mayWorkOn(principal, view) || leads);
}
