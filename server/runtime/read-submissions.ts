/** Submissions as people read them: in their own form version, with who, when and the files. */
import type { Title } from "../../engine/model/title.ts";
import type { Scope } from "../access/actor.ts";
import type { Attachment, Submission } from "../contract/types.ts";
import { attachmentsOfSubmissions, type StoredAttachment } from "../store/attachments.ts";
import { findSubmission, listSubmissions, type SubmissionFilter, type SubmissionRow } from "../store/submissions.ts";
import type { RuntimeContext } from "./context.ts";
import { readPeople, type People } from "./read-people.ts";
import type { Position } from "../contract/types.ts";

export function attachmentView(row: StoredAttachment, people: People): Attachment {
  return {
    ...{ id: row.id, name: row.name, type: row.type, size: row.size, at: new Date(row.at).toISOString() },
    by: people.person(row.byPerson).name,
    ...(row.position === null ? {} : { position: JSON.parse(row.position) as Position }),
    ...(row.item === null ? {} : { item: row.item }),
  };
}

async function formTitle(context: RuntimeContext, row: SubmissionRow): Promise<Title> {
  const form = await context.catalogue.formByHash(row.form_key, row.form_hash);
  return form?.title ?? { "zh-CN": row.form_key };
}

async function filesOf(context: RuntimeContext, rows: readonly SubmissionRow[]): Promise<readonly StoredAttachment[]> {
  const byStreet = new Map<string, string[]>();
  for (const row of rows) byStreet.set(row.street_id, [...(byStreet.get(row.street_id) ?? []), row.id]);
  const found = await Promise.all(
    [...byStreet].map(([street, ids]) => attachmentsOfSubmissions(context.store.read, street, ids)),
  );
  return found.flat();
}

/** In: rows and, where known, the name of the task that each completed. */
export async function submissionViews(
  context: RuntimeContext,
  rows: readonly SubmissionRow[],
  taskName: (taskId: string) => string | undefined = () => undefined,
): Promise<Submission[]> {
  const files = await filesOf(context, rows);
  const people = await readPeople(context.store.read, [
    ...rows.map((row) => row.by_person),
    ...files.map((file) => file.byPerson),
  ]);
  return Promise.all(
    rows.map(async (row): Promise<Submission> => {
      const name = row.task_id === null ? undefined : taskName(row.task_id);
      return {
        ...{ id: row.id, form: row.form_key, formVersion: row.form_version, at: new Date(row.at).toISOString() },
        formTitle: { ...(await formTitle(context, row)) },
        data: JSON.parse(row.data) as Submission["data"],
        by: people.person(row.by_person),
        ...(name === undefined ? {} : { taskName: name }),
        attachments: files.filter((file) => file.submissionId === row.id).map((file) => attachmentView(file, people)),
      };
    }),
  );
}

/** See `Runtime.submissions`. */
export async function readSubmissions(context: RuntimeContext, scope: Scope, filter: SubmissionFilter) {
  const page = await listSubmissions(context.store.read, scope, filter);
  return submissionViews(context, page.rows);
}

/** See `Runtime.submission`. */
export async function readSubmission(
  context: RuntimeContext,
  scope: Scope,
  id: string,
): Promise<Submission | undefined> {
  const row = await findSubmission(context.store.read, scope, id);
  if (row === undefined) return undefined;
  return (await submissionViews(context, [row]))[0];
}
