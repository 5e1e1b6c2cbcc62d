/** Inbox pages. */
import type { Scope } from "../access/actor.ts";
import type { TaskPage, TaskSummary } from "../contract/types.ts";
import { candidatesOf, listTasks, type Candidate, type TaskFilter, type TaskWithCase } from "../store/tasks.ts";
import { taskSummary } from "../views/task-summary.ts";
import { wordsOf, type RuntimeContext } from "./context.ts";
import { readPeople } from "./read-people.ts";

/** Candidates of a page of tasks, of whatever streets. */
async function candidatesOfAll(context: RuntimeContext, rows: readonly TaskWithCase[]): Promise<readonly Candidate[]> {
  const byStreet = new Map<string, string[]>();
  for (const { task } of rows) byStreet.set(task.street_id, [...(byStreet.get(task.street_id) ?? []), task.id]);
  const found = await Promise.all([...byStreet].map(([street, ids]) => candidatesOf(context.store.read, street, ids)));
  return found.flat();
}

export async function summariesOf(context: RuntimeContext, rows: readonly TaskWithCase[]): Promise<TaskSummary[]> {
  const candidates = await candidatesOfAll(context, rows);
  const named = candidates.filter((each) => each.kind === "person").map((each) => each.candidate);
  const { names } = await readPeople(context.store.read, [...rows.map(({ task }) => task.assignee), ...named]);
  const words = wordsOf(context);
  return rows.map((row) => taskSummary(row.task, row.case, words, { names, candidates }));
}

/** See `Runtime.tasks`. */
export async function readTasks(
  context: RuntimeContext,
  scope: Scope,
  filter: Omit<TaskFilter, "now">,
): Promise<TaskPage> {
  const page = await listTasks(context.store.read, scope, { ...filter, now: context.ports.clock.now() });
  const items = await summariesOf(context, page.rows);
  return { items, total: page.total, ...(page.next === undefined ? {} : { next: page.next }) };
}
