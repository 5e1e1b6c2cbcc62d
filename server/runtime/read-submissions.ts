/** Submissions as people read them: in their own form version, with who, when and the files. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Title } from "../../engine/model/title.ts";
import type { Principal, Scope } from "../access/actor.ts";
import type { Attachment, Submission } from "../contract/types.ts";
import { attachmentsOfSubmissions, type StoredAttachment } from "../store/attachments.ts";
import { findSubmission, listSubmissions, type SubmissionFilter, type SubmissionRow } from "../store/submissions.ts";
import type { RuntimeContext } from "./context.ts";
import { readPeople, type People } from "./read-people.ts";
import { hiddenItems, readableData } from "./sensitive.ts";
import type { Position } from "../contract/types.ts";

export function attachmentView(row: StoredAttachment, people: People): Attachment {
  return {
    ...{ id: row.id, name: row.name, type: row.type, size: row.size, at: new Date(row.at).toISOString() },
    by: people.person(row.byPerson).name,
    ...(row.position === null ? {} : { position: JSON.parse(row.position) as Position }),
    ...(row.item === null ? {} : { item: row.item }),
  };
}

async function filesOf(context: RuntimeContext, rows: readonly SubmissionRow[]): Promise<readonly StoredAttachment[]> {
  const byStreet = new Map<string, string[]>();
  for (const row of rows) byStreet.set(row.street_id, [...(byStreet.get(row.street_id) ?? []), row.id]);
  const found = await Promise.all(
    [...byStreet].map(([street, ids]) => attachmentsOfSubmissions(context.store.read, street, ids)),
  );
  return found.flat();
}

/** In: rows and, where known, the name of the task that each completed. What `reader` may not read is hidden, its files too. */
export async function submissionViews(
  context: RuntimeContext,
  rows: readonly SubmissionRow[],
  reader: Principal,
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
      const form = await context.catalogue.formByHash(row.form_key, row.form_hash);
      const title: Title = form?.title ?? { "zh-CN": row.form_key };
      const data = JSON.parse(row.data) as JsonObject;
      const hidden = hiddenItems(reader, row, form);
      const isMine = ({ submissionId, item }: StoredAttachment) =>
        submissionId === row.id && (item === null || !hidden.has(item));
      return {
        ...{ id: row.id, form: row.form_key, formVersion: row.form_version, at: new Date(row.at).toISOString() },
        formTitle: { ...title },
        data: { ...readableData(hidden, data) },
        by: people.person(row.by_person),
        ...(name === undefined ? {} : { taskName: name }),
        attachments: files.filter(isMine).map((file) => attachmentView(file, people)),
      };
    }),
  );
}

/** See `Runtime.submissions`. */
export async function readSubmissions(
  context: RuntimeContext,
  scope: Scope,
  filter: SubmissionFilter,
  reader: Principal,
) {
  const page = await listSubmissions(context.store.read, scope, filter);
  return submissionViews(context, page.rows, reader);
}

/** See `Runtime.submission`. */
export async function readSubmission(
  context: RuntimeContext,
  scope: Scope,
  id: string,
  reader: Principal,
): Promise<Submission | undefined> {
  const row = await findSubmission(context.store.read, scope, id);
  if (row === undefined) return undefined;
  return (await submissionViews(context, [row], reader))[0];
}
