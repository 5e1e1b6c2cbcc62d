/** What the phone keeps in its own tables. */
import type { DBSchema } from "idb";
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

export interface DeviceTables extends DBSchema {
  drafts: { key: string; value: SubmissionDraft; indexes: { savedAt: number } };
  photos: { key: string; value: KeptPhoto; indexes: { at: number } };
}
