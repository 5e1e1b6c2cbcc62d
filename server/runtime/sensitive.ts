/** Sensitive answers: told to who filled them in and to roles that may read them at that unit, hidden from all others. */
import { columnsOf } from "../../engine/forms/index.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { Principal } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import type { SubmissionRow } from "../store/submissions.ts";
import type { PublishedForm } from "./catalogue-type.ts";

/** Stands where an answer is not told to this person. */
export const hiddenAnswer = "••••••";

export function mayReadSensitive(principal: Principal, row: SubmissionRow): boolean {
  return row.by_person === principal.id || mayDo(principal, "record.sensitive", { path: row.unit_path });
}

/** Items of the submission that are not told to this person. */
export function hiddenItems(
  principal: Principal,
  row: SubmissionRow,
  form: PublishedForm | undefined,
): ReadonlySet<string> {
  if (form === undefined || mayReadSensitive(principal, row)) return new Set();
  return new Set(columnsOf(form).flatMap(({ id, isSensitive }) => (isSensitive ? [id] : [])));
}

/** The data without what these items say: that something was answered stays visible. */
export function readableData(hidden: ReadonlySet<string>, data: JsonObject): JsonObject {
  if (hidden.size === 0) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, hidden.has(key) ? hiddenAnswer : value]));
}
