/**
 * Half-filled forms and photos not yet sent, kept on the device: a killed tab loses nothing older than a moment (forms.md law 5). The
 * submission's id is made here, once, so that sending the same thing again is seen by the server as the same thing.
 */
import type { Table } from "dexie";
import { uuidv7 } from "../uuid.ts";
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

interface Tables {
  readonly drafts: Table<SubmissionDraft, string>;
  readonly photos: Table<KeptPhoto, string>;
}

/** Dexie is loaded with the first form and not with the home page (phone budget, forms.md law 8). */
async function openBase(): Promise<Tables> {
  const { Dexie } = await import("dexie");
  const base = new Dexie("gridloom") as InstanceType<typeof Dexie> & Tables;
  base.version(1).stores({ drafts: "key, savedAt", photos: "id, at" });
  return base;
}

let base: Promise<Tables> | undefined;
const open = (): Promise<Tables> => (base ??= openBase());

/** Photos nobody has come back for in this many days are dropped, so that the device does not fill up. */
const keptDays = 14;

export async function readDraft(key: string): Promise<SubmissionDraft | undefined> {
  return (await open()).drafts.get(key);
}

/** Keeps the first submission id of a draft for as long as the draft lives. */
export async function keepDraft(draft: Omit<SubmissionDraft, "savedAt">): Promise<void> {
  await (await open()).drafts.put({ ...draft, savedAt: Date.now() });
}

export async function dropDraft(key: string): Promise<void> {
  await (await open()).drafts.delete(key);
}

export async function listDrafts(prefix: string): Promise<readonly SubmissionDraft[]> {
  return (await open()).drafts.where("key").startsWith(prefix).toArray();
}

export async function keepPhoto(id: string, blob: Blob, name: string): Promise<void> {
  const store = await open();
  const at = Date.now();
  await store.photos
    .where("at")
    .below(at - keptDays * 86_400_000)
    .delete();
  await store.photos.put({ id, blob, name, sent: 0, at });
}

export async function readPhoto(id: string): Promise<KeptPhoto | undefined> {
  return (await open()).photos.get(id);
}

export async function markPhotoSent(id: string): Promise<void> {
  await (await open()).photos.update(id, { sent: 1 });
}

export async function dropPhotos(ids: readonly string[]): Promise<void> {
  await (await open()).photos.bulkDelete([...ids]);
}

export const newSubmissionId = (): string => uuidv7();
