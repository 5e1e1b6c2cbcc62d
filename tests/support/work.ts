/** Works on a case as the city does: finds who may take its open task and completes it with the task's form. */
import assert from "node:assert/strict";
import type { CaseDetail, CommandDone, Task, TaskSummary } from "../../server/contract/types.ts";
import { newId, uploadPhoto } from "./reports.ts";
import type { Answer, Client, TestServer } from "./server.ts";

interface Candidate {
  readonly kind: "group" | "person" | "excluded";
  readonly candidate: string;
}

/** People who may take a task, in the order of the sign-in page. */
export async function whoMay(server: TestServer, street: string, taskId: string): Promise<readonly string[]> {
  const { store } = server.running.container;
  const rows = await store.read.all<Candidate>(
    "SELECT kind, candidate FROM task_candidate WHERE street_id = $1 AND task_id = $2",
    [street, taskId],
  );
  const has = (kind: Candidate["kind"], candidate: string) =>
    rows.some((row) => row.kind === kind && row.candidate === candidate);
  const people = await server.people();
  return people
    .filter(({ id, unit, role }) => (has("group", `${unit}/${role}`) || has("person", id)) && !has("excluded", id))
    .map(({ id }) => id);
}

/** The case's only open task. */
export async function openTask(client: Client, caseId: string): Promise<TaskSummary> {
  const { status, body } = await client.get<CaseDetail>(`/cases/${caseId}`);
  assert.equal(status, 200);
  const [task, ...others] = body.openTasks;
  assert.ok(task !== undefined && others.length === 0, `one open task, not ${body.openTasks.length}`);
  return task;
}

export interface Turn {
  readonly client: Client;
  readonly task: TaskSummary;
  readonly done: Answer<CommandDone>;
}

/**
 * Completes the open task of a case as somebody who may.
 * @param watcher sees the case, and tells which task is open
 * @param data of the form; `photos: "after"` stands for one fresh photo
 */
export async function complete(
  server: TestServer,
  watcher: Client,
  caseId: string,
  data: Readonly<Record<string, unknown>>,
): Promise<Turn> {
  const task = await openTask(watcher, caseId);
  const [who] = await whoMay(server, task.street, task.id);
  assert.ok(who, `somebody may take "${task.name}"`);
  const client = await server.asPerson(who);
  const { body: shown } = await client.get<Task>(`/tasks/${task.street}/${task.id}`);
  const photos = data["photos"] === "after" ? { photos: [await uploadPhoto(client)] } : {};
  const body = { submissionId: newId(), data: { ...data, ...photos }, revision: shown.revision };
  const done = await client.post<CommandDone>(`/tasks/${task.street}/${task.id}/complete`, body);
  assert.equal(done.status, 200, JSON.stringify(done.body));
  return { client, task, done };
}
