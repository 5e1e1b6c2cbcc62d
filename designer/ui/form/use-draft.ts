/** Keeps what is being filled in on the device, a quarter of a second after the last key and at once when the page goes away. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { FormData } from "./environment.tsx";
import type { SubmissionDraft } from "./device-tables.ts";
import { dropDraft, keepDraft, newSubmissionId, readDraft } from "./submission-drafts.ts";

export type DraftState = "none" | "saving" | "saved" | "failed";

export interface Draft {
  /** Undefined until the device has been asked; then the id this submission keeps until it has arrived. */
  readonly submissionId: string | undefined;
  readonly restored: SubmissionDraft | undefined;
  readonly state: DraftState;
  /** Whether this form is kept on the device at all. */
  readonly keeps: boolean;
  readonly keep: (data: FormData) => void;
  /** After sending, or when the person starts again: forgets what was kept and takes a new id. */
  readonly forget: () => Promise<void>;
}

const pause = 250;

export function useDraft(key: string | undefined, formVersion: number): Draft {
  const [submissionId, setSubmissionId] = useState<string>();
  const [restored, setRestored] = useState<SubmissionDraft>();
  const [state, setState] = useState<DraftState>("none");
  const waiting = useRef<{ data: FormData; timer: ReturnType<typeof setTimeout> }>(undefined);

  useEffect(() => {
    let isOpen = true;
    const read = async (): Promise<void> => {
      const draft = key === undefined ? undefined : await readDraft(key).catch(() => undefined);
      if (!isOpen) return;
      setRestored(draft);
      setSubmissionId(draft?.submissionId ?? newSubmissionId());
    };
    void read();
    return () => {
      isOpen = false;
    };
  }, [key]);

  const write = useCallback(async () => {
    const pending = waiting.current;
    if (pending === undefined || key === undefined || submissionId === undefined) return;
    clearTimeout(pending.timer);
    waiting.current = undefined;
    const stored = keepDraft({ key, submissionId, formVersion, data: pending.data });
    await stored.then(
      () => setState("saved"),
      () => setState("failed"),
    );
  }, [key, submissionId, formVersion]);

  useEffect(() => {
    const leave = () => void write();
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [write]);

  const keep = useCallback(
    (data: FormData) => {
      if (key === undefined) return;
      if (waiting.current !== undefined) clearTimeout(waiting.current.timer);
      setState("saving");
      waiting.current = { data, timer: setTimeout(() => void write(), pause) };
    },
    [key, write],
  );

  const forget = useCallback(async () => {
    if (waiting.current !== undefined) clearTimeout(waiting.current.timer);
    waiting.current = undefined;
    setState("none");
    setRestored(undefined);
    setSubmissionId(newSubmissionId());
    if (key !== undefined) await dropDraft(key).catch(() => undefined);
  }, [key]);

  return { submissionId, restored, state, keeps: key !== undefined, keep, forget };
}
