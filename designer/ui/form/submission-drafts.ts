/**
 * Half-filled forms and photos not yet sent, kept on the device: a killed tab loses nothing older than a moment (forms.md law 5). The
 * submission's id is made here, once, so that sending the same thing again is seen by the server as the same thing.
 */
import { uuidv7 } from "../uuid.ts";
import { onTable } from "./device-store.ts";
import type { FormData } from "./environment.tsx";

export interface SubmissionDraft {
  readonly key: string;
  readonly submissionId: string;
  readonly formVersion: number;
  readonly data: FormData;
  readonly savedAt: number;
}

export interface KeptPhoto {
  readonly id: string;
  readonly blob: Blob;
  readonly name: string;
  readonly sent: 0 | 1;
  readonly at: number;
}

/** Photos nobody has come back for in this many days are dropped, so that the device does not fill up. */
const keptDays = 14;

export async function readDraft(key: string): Promise<SubmissionDraft | undefined> {
  return onTable<SubmissionDraft | undefined>("drafts", "readonly", (drafts) => drafts.get(key));
}

/** Keeps the first submission id of a draft for as long as the draft lives. */
export async function keepDraft(draft: Omit<SubmissionDraft, "savedAt">): Promise<void> {
  await onTable("drafts", "readwrite", (drafts) => drafts.put({ ...draft, savedAt: Date.now() }));
}

export async function dropDraft(key: string): Promise<void> {
  await onTable("drafts", "readwrite", (drafts) => drafts.delete(key));
}

/** The last code unit there is: everything that begins with the prefix lies between it and this. */
const end = "\uffff";

export async function listDrafts(prefix: string): Promise<readonly SubmissionDraft[]> {
  const range = IDBKeyRange.bound(prefix, prefix + end);
  return onTable<SubmissionDraft[]>("drafts", "readonly", (drafts) => drafts.getAll(range));
}

function dropOlder(photos: IDBObjectStore, before: number): void {
  const asked = photos.index("at").openCursor(IDBKeyRange.upperBound(before, true));
  asked.addEventListener("success", () => {
    asked.result?.delete();
    asked.result?.continue();
  });
}

export async function keepPhoto(id: string, blob: Blob, name: string): Promise<void> {
  const at = Date.now();
  const photo: KeptPhoto = { id, blob, name, sent: 0, at };
  await onTable("photos", "readwrite", (photos) => {
    dropOlder(photos, at - keptDays * 86_400_000);
    return photos.put(photo);
  });
}

export async function readPhoto(id: string): Promise<KeptPhoto | undefined> {
  return onTable<KeptPhoto | undefined>("photos", "readonly", (photos) => photos.get(id));
}

export async function markPhotoSent(id: string): Promise<void> {
  await onTable<KeptPhoto | undefined>("photos", "readwrite", (photos) => {
    const asked = photos.get(id) as IDBRequest<KeptPhoto | undefined>;
    asked.addEventListener("success", () => {
      if (asked.result !== undefined) photos.put({ ...asked.result, sent: 1 });
    });
    return asked;
  });
}

export async function dropPhotos(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await onTable("photos", "readwrite", (photos) => ids.map((id) => photos.delete(id)).at(-1) as IDBRequest<undefined>);
}

export const newSubmissionId = (): string => uuidv7();
