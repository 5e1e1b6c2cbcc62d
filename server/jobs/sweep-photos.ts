/**
 * Photos that a resident's phone sent and whose report never came are removed after the hours that the street's content
 * names (`photoHours`): nobody has asked for them to be kept, and they may show people. Their bytes go with the last row.
 */
import type { FileStore } from "../external/files.ts";
import type { Logger } from "../http/log.ts";
import type { Clock, Ports } from "../ports.ts";
import type { Catalogue } from "../runtime/catalogue-type.ts";
import { MOST_AT_ONCE, removeWaiting } from "../store/attachments.ts";
import type { Store } from "../store/index.ts";
import { residentPrefix } from "../views/task-summary.ts";

const HOUR = 3_600_000;
/** Bytes that were put lately may belong to a report that is being sent on another node. */
const GRACE = HOUR;

export interface SweeperParts {
  readonly store: Store;
  readonly files: FileStore;
  readonly catalogue: Pick<Catalogue, "streets" | "residents">;
  readonly ports: Pick<Ports, "clock">;
  /** The machine's own clock, as files know it. */
  readonly wall: Clock;
}

async function sweepStreet({ store, files, ports, wall }: SweeperParts, street: string, hours: number): Promise<void> {
  const before = ports.clock.now() - hours * HOUR;
  for (;;) {
    const gone = await store.write((tx) => removeWaiting(tx, street, residentPrefix, before));
    for (const sha256 of gone.bytes) await files.removeUnused(sha256, wall.now() - GRACE);
    if (gone.rows < MOST_AT_ONCE) return;
  }
}

/** Removes what has waited too long in every street; a street whose content names no hours keeps everything. */
export async function sweepPhotos(parts: SweeperParts): Promise<void> {
  for (const street of parts.catalogue.streets()) {
    const hours = parts.catalogue.residents(street)?.photoHours ?? 0;
    if (hours > 0) await sweepStreet(parts, street, hours);
  }
}

/** Looks at the start and once an hour. Out: ends after the round that runs now. */
export function startSweeper(parts: SweeperParts & { readonly log: Pick<Logger, "error"> }): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    running = running
      .then(() => sweepPhotos(parts))
      .catch((error: unknown) => parts.log.error({ err: error }, "photos that nobody sent could not be removed"));
  };
  const timer = setInterval(look, HOUR);
  look();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
