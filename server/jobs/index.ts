/** The workers: they look when something was committed for them, and once a second for what has come due. */
import type { Logger } from "../http/log.ts";
import type { Catalogue } from "../runtime/catalogue-type.ts";
import type { Runtime } from "../runtime/runtime-type.ts";

export interface Workers {
  /** Ends after the round that runs now. */
  stop(): Promise<void>;
}

const POLL = 1_000;

interface Parts {
  readonly runtime: Runtime;
  readonly catalogue: Pick<Catalogue, "refreshIfChanged">;
  readonly log: Logger;
}

/** In: the runtime whose work is done, the content that other nodes may publish, and where faults are written. */
export function startWorkers({ runtime, catalogue, log }: Parts): Workers {
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
  let reading: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    wake();
    reading = reading
      .then(() => (stopped ? undefined : catalogue.refreshIfChanged()))
      .catch((error: unknown) => log.error({ err: error }, "the content could not be read again"));
  }, POLL);
  wake();
  return {
    async stop() {
      stopped = true;
      unlisten();
      clearInterval(timer);
      await current;
      await reading;
    },
  };
}
