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
  /** Carries out everything that is due now, and what falls due by it. For tests. */
  settle(): Promise<void>;
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

interface Lane {
  readonly street: string;
  readonly channel: string;
}

class Rounds implements Postman {
  readonly #parts: PostmanParts;
  /** Letters on their way, by street and id. */
  readonly #underWay = new Map<string, Promise<boolean>>();
  /** How many are on their way in a lane. */
  readonly #busy = new Map<string, number>();
  readonly #unlisten: () => void;
  readonly #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #isStopped = false;
  #cleanAt = 0;

  constructor(parts: PostmanParts) {
    this.#parts = parts;
    this.#unlisten = parts.onWork(() => this.#wake());
    this.#timer = parts.poll === false ? undefined : setInterval(() => this.#wake(), POLL);
  }

  async look(): Promise<void> {
    if (this.#isStopped) return;
    const { store, ports } = this.#parts;
    const now = ports.clock.now();
    for (const lane of await dueLanes(store.read, now)) await this.#fill(lane, now);
    await this.#clean(now);
  }

  async settle(): Promise<void> {
    const { store, ports } = this.#parts;
    do {
      await this.#looking;
      await this.look();
      await Promise.all(this.#underWay.values());
    } while (this.#underWay.size > 0 || (await dueLanes(store.read, ports.clock.now())).length > 0);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#unlisten();
    clearInterval(this.#timer);
    await this.#looking;
    let wait: NodeJS.Timeout | undefined;
    const grace = new Promise((resolve) => {
      wait = setTimeout(resolve, GRACE);
    });
    await Promise.race([Promise.all(this.#underWay.values()), grace]);
    clearTimeout(wait);
  }

  #wake(): void {
    if (this.#isStopped) return;
    this.#looking ??= this.look()
      .catch((error: unknown) => this.#parts.log.error({ err: error }, "the postman could not look"))
      .finally(() => {
        this.#looking = undefined;
      });
  }

  /** Begins as many letters of a lane as there is room for. */
  async #fill({ street, channel }: Lane, now: number): Promise<void> {
    const lane = `${street}/${channel}`;
    const free = AT_ONCE - (this.#busy.get(lane) ?? 0);
    if (free <= 0) return;
    // Those under way are still due in the table until they are claimed.
    const due = await dueLetters(this.#parts.store.read, { street, channel, now, limit: AT_ONCE + free });
    const fresh = due.filter((row) => !this.#underWay.has(`${row.street_id}/${row.id}`)).slice(0, free);
    for (const row of fresh)
      void this.#follow(this.#begin(lane, `${row.street_id}/${row.id}`, () => deliverLetter(this.#parts, row)));
  }

  #begin(lane: string, letter: string, work: () => Promise<boolean>): Promise<boolean> {
    this.#busy.set(lane, (this.#busy.get(lane) ?? 0) + 1);
    const carry = async () => {
      try {
        return await work();
      } catch (error) {
        if (!this.#isStopped) this.#parts.log.error({ err: error }, "a letter could not be carried out");
        return false;
      } finally {
        this.#underWay.delete(letter);
        this.#busy.set(lane, (this.#busy.get(lane) ?? 1) - 1);
      }
    };
    const running = carry();
    this.#underWay.set(letter, running);
    return running;
  }

  /** A place is free again; what was put off or fell back is looked for at once. */
  async #follow(running: Promise<boolean>): Promise<void> {
    if ((await running) && this.#parts.poll !== false) this.#wake();
  }

  /** Removes what is older than each street keeps its log. */
  async #clean(now: number): Promise<void> {
    if (now < this.#cleanAt) return;
    this.#cleanAt = now + CLEAN_EVERY;
    const { store, catalogue } = this.#parts;
    const tenants = catalogue.tree.units.filter(({ code }) => catalogue.tree.tenant(code) === code);
    for (const { code } of tenants) {
      const kept = logKeptFor(catalogue, code, now);
      if (kept !== undefined) await removeOldDeliveries(store, code, now - kept);
    }
  }
}

export const startPostman = (parts: PostmanParts): Postman => new Rounds(parts);
