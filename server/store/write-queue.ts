/**
 * The one way to write: work waits in line, and commands that were waiting together share one transaction and
 * so one fsync (group commit). Each still succeeds or fails alone: when the shared transaction cannot hold,
 * it is rolled back and its commands run again one by one.
 */
import type { Database } from "./database.ts";
import { Conflict, type Session } from "./session.ts";
import { flush, Transaction, type Tx } from "./transaction.ts";

type Work<T> = (tx: Tx) => Promise<T>;

interface Item {
  readonly work: Work<unknown>;
  /** May run beside other commands in one transaction. */
  readonly shared: boolean;
  attempts: number;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** A batch is acknowledged as a whole: larger ones would make the first wait for the last. */
const LARGEST_BATCH = 64;
/** A command that meets another one this often is not unlucky: something is wrong. */
const MOST_ATTEMPTS = 30;

export class WriteQueue {
  readonly #database: Database;
  readonly #waiting: Item[] = [];
  #draining: Promise<void> | undefined;
  #closed = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Runs `work` alone in its own transaction; what it throws rolls everything back. It may run more than once. */
  write<T>(work: Work<T>): Promise<T> {
    return this.#enqueue(work, false);
  }

  /**
   * Runs `work` in a transaction that other commands may share. It must guard every change of a row that
   * others change too by compare-and-set, throwing `Conflict`, and must change nothing before it refuses.
   */
  writeShared<T>(work: Work<T>): Promise<T> {
    return this.#enqueue(work, true);
  }

  /** Refuses new work and waits for what is in line. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  #enqueue<T>(work: Work<T>, shared: boolean): Promise<T> {
    if (this.#closed) return Promise.reject(new Error("Expected an open store, but it is closing."));
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, shared, attempts: 0, resolve, reject });
      this.#draining ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    // Let the requests of this turn of the event loop join the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    for (let batch = this.#nextBatch(); batch.length > 0; batch = this.#nextBatch()) await this.#runBatch(batch);
    this.#draining = undefined;
  }

  #nextBatch(): Item[] {
    const first = this.#waiting[0];
    if (first === undefined) return [];
    if (!first.shared) return this.#waiting.splice(0, 1);
    const end = this.#waiting.findIndex((item) => !item.shared);
    return this.#waiting.splice(0, Math.min(end < 0 ? this.#waiting.length : end, LARGEST_BATCH));
  }

  async #runBatch(batch: readonly Item[]): Promise<void> {
    const held = await this.#database
      .lend((session) => this.#attempt(session, batch))
      .catch((reason: unknown) => {
        for (const item of batch) item.reject(reason);
        return true;
      });
    if (held) return;
    for (const item of batch) await this.#runBatch([item]);
  }

  /** Out: false when the batch was rolled back and its commands must run one by one. */
  async #attempt(session: Session, batch: readonly Item[]): Promise<boolean> {
    await session.run(session.dialect === "sqlite" ? "BEGIN IMMEDIATE" : "BEGIN");
    const transactions = batch.map(() => new Transaction(session));
    const outcomes = await Promise.allSettled(batch.map((item, index) => item.work(transactions[index] as Tx)));
    const broken = outcomes.find((outcome, index) => isBroken(outcome, transactions[index] as Transaction));
    if (broken !== undefined) return this.#rollBack(session, batch, broken.reason);
    try {
      const kept = transactions.filter((_, index) => outcomes[index]?.status === "fulfilled");
      await flush(session, kept);
      await session.run("COMMIT");
    } catch (reason) {
      return this.#rollBack(session, batch, reason);
    }
    this.#settle(batch, outcomes, transactions);
    return true;
  }

  async #rollBack(session: Session, batch: readonly Item[], reason: unknown): Promise<boolean> {
    await session.run("ROLLBACK");
    const [only, ...others] = batch;
    if (only === undefined || others.length > 0) return false;
    this.#refuse(only, reason);
    return true;
  }

  #settle(batch: readonly Item[], outcomes: readonly PromiseSettledResult<unknown>[], transactions: Transaction[]) {
    for (const [index, item] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome?.status === "fulfilled") {
        item.resolve(outcome.value);
        for (const call of transactions[index]?.committed ?? []) call();
      } else this.#refuse(item, outcome?.reason);
    }
  }

  #refuse(item: Item, reason: unknown): void {
    if (reason instanceof Conflict && ++item.attempts < MOST_ATTEMPTS) this.#waiting.push(item);
    else item.reject(reason);
  }
}

/** A command that failed after it had changed rows, or by a database error, takes its transaction with it. */
function isBroken(outcome: PromiseSettledResult<unknown>, transaction: Transaction): outcome is PromiseRejectedResult {
  if (outcome.status === "fulfilled") return false;
  return transaction.hasWritten || !(outcome.reason instanceof Conflict);
}
