/** One question to the world at a time: an answer to an earlier question never overtakes the present one. */
import { useEffect, useState } from "react";
import { useLatest } from "./use-latest.ts";

export type Answer<T> =
  | { readonly kind: "none" }
  | { readonly kind: "asking" }
  | { readonly kind: "answered"; readonly value: T }
  | { readonly kind: "failed"; readonly error: unknown };

const none = { kind: "none" } as const;
const asking = { kind: "asking" } as const;

/** Asks anew whenever `key` changes, `delay` milliseconds after the last change; `undefined` asks nothing. */
export function useAnswer<T>(key: string | undefined, ask: () => Promise<T>, delay = 0): Answer<T> {
  const [last, setLast] = useState<{ readonly key: string; readonly answer: Answer<T> }>();
  const latestAsk = useLatest(ask);
  useEffect(() => {
    if (key === undefined) return undefined;
    let isWanted = true;
    const run = async (): Promise<void> => {
      const answer: Answer<T> = await latestAsk.current().then(
        (value) => ({ kind: "answered", value }) as const,
        (error: unknown) => ({ kind: "failed", error }) as const,
      );
      if (isWanted) setLast({ key, answer });
    };
    const timer = setTimeout(() => void run(), delay);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key, delay, latestAsk]);
  if (key === undefined) return none;
  return last?.key === key ? last.answer : asking;
}

/** HTTP status of a failure, when it has one; 0 for a dead network. */
export function statusOf(error: unknown): number | undefined {
  const status = (error as { readonly status?: unknown } | null)?.status;
  return typeof status === "number" ? status : undefined;
}
