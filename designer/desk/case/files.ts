/** Attachments of a case as the screens show them. */
import type { Attachment, CaseDetail, Submission } from "../../../server/contract/types.ts";

export function fileUrl(file: Attachment): string {
  return `/api/attachments/${encodeURIComponent(file.id)}`;
}

export function isPicture(file: Attachment): boolean {
  return file.type.startsWith("image/");
}

export interface Evidence {
  /** What the finder sent with the report. */
  readonly before: readonly Attachment[];
  /** What came later: handling, verification. */
  readonly after: readonly Attachment[];
  readonly others: readonly Attachment[];
}

/**
 * The pictures of the problem: what the report's first list of attachments holds. A later list of the same
 * report shows what was solved on the spot, and belongs to "after".
 */
function firstPictures(report: Submission | undefined): readonly string[] {
  const ids = new Set((report?.attachments ?? []).map((file) => file.id));
  const lists = Object.values(report?.data ?? {}).filter((value) => Array.isArray(value));
  const first = lists.find((list) => list.some((id) => ids.has(String(id)))) ?? [...ids];
  return first.map(String);
}

/** Sorts pictures by whether they came with the report; other files stand by themselves. Oldest first. */
export function evidenceOf(detail: CaseDetail): Evidence {
  const reported = new Set(firstPictures(detail.report));
  const files = [...detail.attachments].sort((a, b) => a.at.localeCompare(b.at));
  const pictures = files.filter(isPicture);
  return {
    before: pictures.filter((file) => reported.has(file.id)),
    after: pictures.filter((file) => !reported.has(file.id)),
    others: files.filter((file) => !isPicture(file)),
  };
}

/** "1.2 MB": sizes as people say them. */
export function saySize(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} B`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${kilo.toFixed(0)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
