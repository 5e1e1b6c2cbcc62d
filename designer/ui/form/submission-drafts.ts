/**
 * Half-filled forms and photos not yet sent, kept on the device: a killed tab loses nothing older than a moment (forms.md law 5). The
 * submission's id is made here, once, so that sending the same thing again is seen by the server as the same thing.
 */
import { uuidv7 } from "../uuid.ts";
import { onDevice } from "./device-store.ts";
import type { KeptPhoto, SubmissionDraft } from "./device-tables.ts";

/** Photos nobody has come back for in this many days are dropped, so that the device does not fill up. */
const keptDays = 14;

export async function readDraft(key: string): Promise<SubmissionDraft | undefined> {
  return onDevice((device) => device.get("drafts", key));
}

/** Keeps the first submission id of a draft for as long as the draft lives. */
export async function keepDraft(draft: Omit<SubmissionDraft, "savedAt">): Promise<void> {
  await onDevice((device) => device.put("drafts", { ...draft, savedAt: Date.now() }));
}

export async function dropDraft(key: string): Promise<void> {
  await onDevice((device) => device.delete("drafts", key));
}

/** The last code unit there is: everything that begins with the prefix lies between it and this. */
const end = "\uffff";

export async function listDrafts(prefix: string): Promise<readonly SubmissionDraft[]> {
  return onDevice((device) => device.getAll("drafts", IDBKeyRange.bound(prefix, prefix + end)));
}

/** One transaction: the photo is kept, and those nobody has come back for make room. */
export async function keepPhoto(id: string, blob: Blob, name: string): Promise<void> {
  const at = Date.now();
  const forgotten = IDBKeyRange.upperBound(at - keptDays * 86_400_000, true);
  await onDevice(async (device) => {
    const { store, done } = device.transaction("photos", "readwrite");
    const old = await store.index("at").getAllKeys(forgotten);
    await Promise.all([...old.map((key) => store.delete(key)), store.put({ id, blob, name, sent: 0, at }), done]);
  });
}

export async function readPhoto(id: string): Promise<KeptPhoto | undefined> {
  return onDevice((device) => device.get("photos", id));
}

export async function markPhotoSent(id: string): Promise<void> {
  await onDevice(async (device) => {
    const { store, done } = device.transaction("photos", "readwrite");
    const photo = await store.get(id);
    await Promise.all([photo === undefined ? undefined : store.put({ ...photo, sent: 1 }), done]);
  });
}

export async function dropPhotos(ids: readonly string[]): Promise<void> {
  await onDevice(async (device) => {
    const { store, done } = device.transaction("photos", "readwrite");
    await Promise.all([...ids.map((id) => store.delete(id)), done]);
  });
}

export const newSubmissionId = (): string => uuidv7();
