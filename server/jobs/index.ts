/** The workers: they look when something was committed for them, and once a second for what has come due. */
import type { Logger } from "../http/log.ts";
import type { Runtime } from "../runtime/runtime-type.ts";

export interface Workers {
  /** Ends after the round that runs now. */
  stop(): Promise<void>;
}

const POLL = 1_000;

/** In: the runtime whose work is done, and where faults are written. */
export function startWorkers({ runtime, log }: { readonly runtime: Runtime; readonly log: Logger }): Workers {
  let current: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const isAsked = () => again && !stopped;
  const look = async () => {
    do {
      again = false;
      await runtime.settle();
    } while (isAsked());
  };
  const wake = () => {
    if (stopped) return;
    again = true;
    current ??= look()
      .catch((error: unknown) => log.error({ err: error }, "a round of the workers failed"))
      .finally(() => {
        current = undefined;
      });
  };
  const unlisten = runtime.onWork(wake);
  const timer = setInterval(wake, POLL);
  wake();
  return {
    async stop() {
      stopped = true;
      unlisten();
      clearInterval(timer);
      await current;
    },
  };
}
