/**
 * Sending that failed for want of a network is tried again by itself, with the same submission id, until somebody changes what is
 * written: then it is the person's to send. What the server refused is never sent again unchanged.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError } from "../../app/api.ts";
import { markArrived, markUnsent } from "../parts/unsent.ts";
import type { FormData } from "../../ui/form/environment.tsx";

type Send = (data: FormData, submissionId: string) => Promise<void>;

export interface Resend {
  readonly error: unknown;
  /** Waits for the network and will go out by itself. */
  readonly isWaiting: boolean;
  readonly now: () => void;
  readonly changed: () => void;
  readonly forget: () => void;
  /** Wraps sending so that failures are remembered here and thrown on. */
  readonly guard: (send: Send) => Send;
}

const again = 15_000;

/** No answer, or an answer about the server and not about what was sent. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500);
}

export function useResend(formId: string): Resend {
  const [error, setError] = useState<unknown>();
  const [isWaiting, setIsWaiting] = useState(false);
  const sendingId = useRef<string>(undefined);
  const now = useCallback(() => {
    const form = document.getElementById(formId);
    if (form instanceof HTMLFormElement) form.requestSubmit();
  }, [formId]);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(now, again);
    window.addEventListener("online", now);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", now);
    };
  }, [isWaiting, now]);
  const settle = (failure: unknown, submissionId: string) => {
    setError(failure);
    setIsWaiting(mayPass(failure));
    if (failure === undefined) markArrived(submissionId);
    else if (mayPass(failure)) markUnsent(submissionId);
  };
  const guard =
    (send: Send): Send =>
    async (data, submissionId) => {
      sendingId.current = submissionId;
      try {
        await send(data, submissionId);
        settle(undefined, submissionId);
      } catch (failure) {
        settle(failure, submissionId);
        throw failure;
      }
    };
  return {
    error,
    isWaiting,
    now,
    changed: () => setIsWaiting(false),
    forget: () => {
      setError(undefined);
      setIsWaiting(false);
      if (sendingId.current !== undefined) markArrived(sendingId.current);
    },
    guard,
  };
}
