/** The store: reading, writing through the one queue, migrating, closing. */
import type { Sequelize } from "sequelize";
import { openDatabase, type Database, type StoreSettings } from "./database.ts";
import { migrate } from "./migrate.ts";
import type { Dialect, Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";
import { WriteQueue } from "./write-queue.ts";

export interface Store {
  readonly dialect: Dialect;
  readonly sequelize: Sequelize;
  /** Reads outside any transaction, on connections of their own. */
  readonly read: Reader;
  /** One transaction for `work` alone. `work` may run again, so it must act on the store only. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** For commands on the hot path: see `WriteQueue.writeShared`. */
  writeShared<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Out: names of the migrations that ran now. */
  migrate(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export function storeOn(database: Database): Store {
  const queue = new WriteQueue(database);
  return {
    dialect: database.dialect,
    sequelize: database.sequelize,
    read: database.read,
    write: (work) => queue.write(work),
    writeShared: (work) => queue.writeShared(work),
    migrate: () => migrate(database.sequelize, database.dialect),
    async close() {
      await queue.close();
      await database.close();
    },
  };
}

/** Throws `StoreRefused` when the database would not keep what it acknowledges. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  return storeOn(await openDatabase(settings));
}
