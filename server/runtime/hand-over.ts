/** What becomes of somebody's open work when he leaves or loses a post: to the successor, to the group, to the fallback. */
import type { TaskView } from "../../engine/model/effect.ts";
import { actorOf, type Grant, type Person, type Principal } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import type { HandOver } from "../contract/types.ts";
import { splitRowId } from "../effects/index.ts";
import type { Reader, Tx } from "../store/index.ts";
import { findRunningCase } from "../store/instances.ts";
import { grantsOf } from "../store/people.ts";
import { openWorkFor, openWorkOf } from "../store/staffing.ts";
import type { TaskWithCase } from "../store/tasks.ts";
import type { RuntimeContext } from "./context.ts";
import { fallbackFor, fallbackReason } from "./fallback.ts";
import { hereOf, viewOf } from "./may-work.ts";
import { tenantsOf } from "./read-register.ts";
import { Refusal } from "./refusal.ts";
import { runStep } from "./run-instance.ts";
import { groupTitle } from "./group-title.ts";
import { canTake, isOrphan, type Staffing } from "./staffing.ts";

export interface Leaver {
  readonly id: string;
  readonly name: string;
  /** Groups `<unit>/<role>` that he leaves; all of his, or one. */
  readonly groups: readonly string[];
  readonly leavesAll: boolean;
}

export interface Move {
  readonly work: TaskWithCase;
  readonly view: TaskView;
  readonly kind: HandOver["items"][number]["kind"];
  /** A person for `successor`; else groups. */
  readonly person?: Person;
  readonly groups: readonly string[];
}

/** Somebody by his posts as they are in this transaction. */
export async function personAt(
  { catalogue }: Pick<RuntimeContext, "catalogue">,
  read: Reader,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<Person> {
  const grants = (await grantsOf(read, id))
    .filter(({ unit }) => catalogue.tree.get(unit) !== undefined)
    .map(({ unit, role }): Grant => {
      const { tree } = catalogue;
      return { unit, role, street: tree.tenant(unit), path: tree.path(unit) };
    });
  return { kind: "person", id, name, grants };
}

/** The staffing as it will be without the leaver. */
export const without = (staffing: Staffing, { id, groups }: Leaver): Staffing => ({
  people: (group) => staffing.people(group).filter((each) => each !== id || !groups.includes(group)),
});

function moveOf(
  context: Pick<RuntimeContext, "catalogue">,
  staffing: Staffing,
  work: TaskWithCase,
  successor: Person | undefined,
): Move {
  const view = viewOf(work.task);
  const { assignee: _, ...offered } = view;
  const mayTake =
    successor !== undefined &&
    !view.excludedActors.includes(successor.id) &&
    mayDo(successor, "task.complete", hereOf(work.case, [view]));
  if (mayTake) return { work, view, kind: "successor", person: successor, groups: [] };
  if (view.candidateGroups.some((group) => canTake(staffing, group, view)))
    return { work, view, kind: "group", groups: view.candidateGroups };
  const to = fallbackFor(context, staffing, offered);
  return to === undefined
    ? { work, view, kind: "nobody", groups: view.candidateGroups }
    : { work, view, kind: "fallback", groups: [to] };
}

/** In: the staffing without the leaver. Out: his own work first, then what nobody could take any more. */
export async function planHandOver(
  context: Pick<RuntimeContext, "catalogue">,
  read: Reader,
  staffing: Staffing,
  leaver: Leaver,
  successor: Person | undefined,
): Promise<readonly Move[]> {
  const streets = tenantsOf(context);
  const own = await openWorkOf(read, streets, leaver.id);
  const concerned = leaver.leavesAll
    ? own
    : own.filter(({ task }) => viewOf(task).candidateGroups.some((group) => leaver.groups.includes(group)));
  const emptied = leaver.groups.filter((group) => staffing.people(group).length === 0);
  const offered = emptied.length === 0 ? [] : await openWorkFor(read, streets, emptied);
  const orphans = offered.filter(({ task }) => isOrphan(staffing, viewOf(task)));
  const all = new Map([...concerned, ...orphans].map((each) => [`${each.task.street_id}/${each.task.id}`, each]));
  return [...all.values()].map((each) => moveOf(context, staffing, each, successor));
}

function reasonOf(context: RuntimeContext, leaver: Leaver, move: Move): string {
  const [to = ""] = move.groups;
  if (move.kind === "fallback") return fallbackReason(context, move.view, to);
  return leaver.leavesAll ? `${leaver.name}离岗，工作移交` : `${leaver.name}岗位调整，工作移交`;
}

/** Passes one task on, as the person who arranges it. A case that has ended in between is left as it is. */
async function carryOut(
  context: RuntimeContext,
  tx: Tx,
  by: Principal,
  staffing: Staffing,
  leaver: Leaver,
  move: Move,
): Promise<boolean> {
  const { task } = move.work;
  if (move.groups.length === 0 && move.person === undefined) return false;
  // Offered to a group where nobody is, and nobody stands in: it stays there, and the list of gaps says so.
  if (move.kind === "nobody" && task.assignee === null) return false;
  const running = await findRunningCase(tx, task.street_id, task.case_id);
  if (running === undefined || running.case.closed_at !== null) return false;
  const target = move.person === undefined ? { candidateGroups: move.groups } : { assignee: move.person.id };
  const done = await runStep(context, tx, running, {
    staffing,
    command: {
      ...{ type: "transferTask", taskId: splitRowId(task.id).engineId, ...target },
      ...{ reason: reasonOf(context, leaver, move), now: new Date(context.ports.clock.now()).toISOString() },
      actor: move.kind === "fallback" ? { kind: "system", id: "engine" } : actorOf(by),
    },
  });
  if (!done.ok) throw new Refusal(done.problems);
  return true;
}

/** Out: how many tasks moved. All or none: it runs in the transaction that ends the posts. */
export async function handOver(
  context: RuntimeContext,
  tx: Tx,
  by: Principal,
  staffing: Staffing,
  leaver: Leaver,
  moves: readonly Move[],
): Promise<number> {
  let moved = 0;
  for (const move of moves) if (await carryOut(context, tx, by, staffing, leaver, move)) moved += 1;
  return moved;
}

const targetTitle = (context: RuntimeContext, move: Move) => {
  if (move.person !== undefined) return { "zh-CN": move.person.name };
  const [group] = move.groups;
  return group === undefined ? undefined : groupTitle(context, group);
};

/** Words of a plan: each task, and how many go where. */
export function sayMoves(
  context: RuntimeContext,
  moves: readonly Move[],
): Pick<HandOver, "total" | "items" | "groups"> {
  const items = moves.map((move): HandOver["items"][number] => {
    const to = targetTitle(context, move);
    const { task, case: row } = move.work;
    return {
      ...{ caseId: row.id, number: row.number, task: task.name, title: row.title, kind: move.kind },
      ...(to === undefined || move.kind === "nobody" ? {} : { to: { ...to } }),
    };
  });
  const groups = new Map<string, HandOver["groups"][number]>();
  for (const { kind, to } of items) {
    const key = `${kind} ${to?.["zh-CN"] ?? ""}`;
    const known = groups.get(key);
    groups.set(key, { kind, to: to ?? { "zh-CN": "无人可接", en: "Nobody" }, count: (known?.count ?? 0) + 1 });
  }
  return { total: items.length, items: items.slice(0, 200), groups: [...groups.values()] };
}
