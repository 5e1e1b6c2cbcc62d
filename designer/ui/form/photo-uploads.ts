/** The page's one queue of photos: blobs come from the device's store, so uploads go on after a reload. */
import { useSyncExternalStore } from "react";
import type { FormServices } from "./environment.tsx";
import { PhotoQueue, type PhotoState } from "./photo-queue.ts";
import { dropPhotos, keepPhoto, markPhotoSent, readPhoto } from "./submission-drafts.ts";

/** Blobs of this visit: the only copy where the browser keeps no storage (private mode). */
const blobs = new Map<string, { readonly blob: Blob; readonly name: string }>();
const queues = new WeakMap<FormServices, PhotoQueue>();

async function blobOf(id: string): Promise<{ readonly blob: Blob; readonly name: string } | undefined> {
  return blobs.get(id) ?? (await readPhoto(id).catch(() => undefined));
}

/** 4xx is an answer about the photo itself; only a lost network, a busy or a broken server is worth another try. */
function mayRetry(error: unknown): boolean {
  const status = (error as { readonly status?: unknown } | null)?.status;
  return typeof status !== "number" || status === 0 || status === 408 || status === 429 || status >= 500;
}

export function photoQueueOf(services: FormServices): PhotoQueue {
  const known = queues.get(services);
  if (known !== undefined) return known;
  const queue = new PhotoQueue({
    mayRetry,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    send: async (id, onProgress) => {
      const photo = await blobOf(id);
      // No blob here: it was sent in an earlier visit, and the server says so at submission if not.
      if (photo === undefined) return;
      await services.uploadPhoto(id, photo.blob, photo.name, onProgress);
      await markPhotoSent(id).catch(() => undefined);
    },
  });
  window.addEventListener("online", () => queue.retryFailed());
  queues.set(services, queue);
  return queue;
}

/** Takes a photo into the device's store and puts it in line. */
export async function startUpload(services: FormServices, id: string, blob: Blob, name: string): Promise<void> {
  blobs.set(id, { blob, name });
  await keepPhoto(id, blob, name).catch(() => undefined);
  photoQueueOf(services).add(id);
}

/** After a reload: photos named in a draft that had not arrived go in line again. */
export async function resumeUploads(services: FormServices, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const kept = await readPhoto(id).catch(() => undefined);
    if (kept !== undefined && kept.sent === 0) photoQueueOf(services).add(id);
  }
}

/** After the form has arrived: the device need not keep its photos. `sent` is the submission as text. */
export async function forgetPhotos(services: FormServices, sent: string): Promise<void> {
  const queue = photoQueueOf(services);
  const ids = [...queue.states().keys()].filter((id) => sent.includes(id));
  for (const id of ids) {
    queue.forget(id);
    blobs.delete(id);
  }
  await dropPhotos(ids).catch(() => undefined);
}

/** A picture of the photo: the device's own copy, else the server's. Undefined while it is being read. */
export async function previewOf(services: FormServices, id: string): Promise<string> {
  const photo = await blobOf(id);
  return photo === undefined ? services.photoUrl(id) : URL.createObjectURL(photo.blob);
}

export function usePhotoStates(services: FormServices): ReadonlyMap<string, PhotoState> {
  const queue = photoQueueOf(services);
  return useSyncExternalStore(queue.subscribe, queue.states);
}
