/** Sending: photos first, then the form; whatever fails, what is filled in stays and the submission keeps its id. */
import { useRef, useState } from "react";
import type { FormContext, FormData, Language } from "./environment.tsx";
import { forgetPhotos, photoQueueOf } from "./photo-uploads.ts";
import { fillIn, wordsOf } from "./words.ts";

interface SendingProps {
  readonly context: FormContext;
  readonly language: Language;
  readonly submissionId: string;
  readonly forget: () => Promise<void>;
  readonly onSubmit: (data: FormData, sending: { readonly submissionId: string }) => Promise<void> | void;
}

export interface Sending {
  readonly isBusy: boolean;
  readonly said: string;
  readonly send: (data: FormData) => Promise<void>;
}

/** Photos that are still on their way. */
const underway = (context: FormContext): number =>
  [...photoQueueOf(context.services).states().values()].filter(
    (one) => one.kind === "waiting" || one.kind === "sending",
  ).length;

export function useSending({ context, language, submissionId, forget, onSubmit }: SendingProps): Sending {
  const words = wordsOf(language);
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState("");
  const busy = useRef(false);

  const sendNow = async (data: FormData): Promise<void> => {
    const queue = photoQueueOf(context.services);
    const waiting = underway(context);
    setSaid(waiting > 0 ? fillIn(words.photosWaiting, { n: waiting }) : "");
    queue.retryFailed();
    const failed = await queue.settled();
    const missing = failed.filter((id) => JSON.stringify(data).includes(id));
    if (missing.length > 0) return setSaid(fillIn(words.photosFailed, { n: missing.length }));
    setSaid("");
    await onSubmit(data, { submissionId });
    await Promise.all([forget(), forgetPhotos(context.services, JSON.stringify(data))]);
  };

  const send = async (data: FormData): Promise<void> => {
    // Two quick taps are one sending.
    if (busy.current) return;
    busy.current = true;
    setIsBusy(true);
    try {
      await sendNow(JSON.parse(JSON.stringify(data)) as FormData);
    } catch {
      // The page that was asked to send says what went wrong; the form stays as it is.
    } finally {
      busy.current = false;
      setIsBusy(false);
    }
  };

  return { isBusy, said, send };
}
