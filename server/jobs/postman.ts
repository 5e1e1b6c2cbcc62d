/**
 * Carries letters out, a few at a time for each street's channel, so that a server that hangs holds up nobody else.
 * It looks when something was committed and once a second.
 */
import type { Logger } from "../http/log.ts";
import { dueLanes, dueLetters, removeOldDeliveries } from "../store/deliveries.ts";
import { deliverLetter, type PostOffice } from "./deliver-letter.ts";
import { logKeptFor } from "./quiet-hours.ts";

export interface Postman {
  /** Starts what is due and does not wait for it. */
  look(): Promise<void>;
  /** Carries out everything that is due now, and what falls due by it. Out: tries made. For tests. */
  settle(): Promise<number>;
  /** Letters that are under way get a moment; what is not recorded then goes out again after the next start. */
  stop(): Promise<void>;
}

const AT_ONCE = 4;
const POLL = 1_000;
const CLEAN_EVERY = 3_600_000;
const GRACE = 3_000;

export type PostmanParts = PostOffice & {
  readonly log: Pick<Logger, "error">;
  /** False: it looks only when it is asked, for tests. */
  readonly poll?: boolean;
  /** In: called when there may be work. Out: stops that. */
  readonly onWork: (listener: () => void) => () => void;
};

export function startPostman(parts: PostmanParts): Postman {
  const { store, ports, catalogue, log } = parts;
  const underWay = new Map<string, Promise<boolean>>();
  const busy = new Map<string, number>();
  let isStopped = false;
  let cleanAt = 0;
  let tries = 0;

  function begin(lane: string, letter: string, work: () => Promise<boolean>): void {
    busy.set(lane, (busy.get(lane) ?? 0) + 1);
    const carry = async () => {
      try {
        return await work();
      } catch (error) {
        if (!isStopped) log.error({ err: error }, "a letter could not be carried out");
        return false;
      } finally {
        underWay.delete(letter);
        busy.set(lane, (busy.get(lane) ?? 1) - 1);
      }
    };
    const running = carry();
    underWay.set(letter, running);
    void follow(running);
  }

  async function follow(running: Promise<boolean>): Promise<void> {
    if (!(await running)) return;
    tries += 1;
    // A place is free again; what was put off or fell back is looked for at once.
    if (parts.poll !== false) wake();
  }

  async function clean(now: number): Promise<void> {
    if (now < cleanAt) return;
    cleanAt = now + CLEAN_EVERY;
    for (const { code } of catalogue.tree.units.filter((unit) => catalogue.tree.tenant(unit.code) === unit.code)) {
      const kept = logKeptFor(catalogue, code, now);
      if (kept !== undefined) await store.write((tx) => removeOldDeliveries(tx, code, now - kept));
    }
  }

  async function look(): Promise<void> {
    const now = ports.clock.now();
    for (const { street, channel } of await dueLanes(store.read, now)) {
      const lane = `${street}/${channel}`;
      const free = AT_ONCE - (busy.get(lane) ?? 0);
      // Those under way are still due in the table until they are claimed.
      const due = free <= 0 ? [] : await dueLetters(store.read, { street, channel, now, limit: AT_ONCE + free });
      const fresh = due.filter((row) => !underWay.has(`${row.street_id}/${row.id}`)).slice(0, Math.max(free, 0));
      for (const row of fresh) begin(lane, `${row.street_id}/${row.id}`, () => deliverLetter(parts, row));
    }
    await clean(now);
  }

  let looking: Promise<void> | undefined;
  function wake(): void {
    if (isStopped) return;
    looking ??= look()
      .catch((error: unknown) => log.error({ err: error }, "the postman could not look"))
      .finally(() => {
        looking = undefined;
      });
  }

  const unlisten = parts.onWork(wake);
  const timer = parts.poll === false ? undefined : setInterval(wake, POLL);
  return {
    look,
    async settle() {
      const before = tries;
      do {
        await looking;
        await look();
        await Promise.all(underWay.values());
      } while (underWay.size > 0 || (await dueLanes(store.read, ports.clock.now())).length > 0);
      return tries - before;
    },
    async stop() {
      isStopped = true;
      unlisten();
      clearInterval(timer);
      await looking;
      let wait: NodeJS.Timeout | undefined;
      const grace = new Promise((resolve) => {
        wait = setTimeout(resolve, GRACE);
      });
      await Promise.race([Promise.all(underWay.values()), grace]);
      clearTimeout(wait);
    },
  };
}
