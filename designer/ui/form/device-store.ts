/**
 * Two tables in IndexedDB, as promises. A library for it weighs 31 kB zipped, an eighth of the phone's first load (forms.md law 8);
 * ten plain reads and writes need none. The version is the one that Dexie gave: drafts kept with it are found again.
 */

/** Dexie stored its version 1 as 10. */
const version = 10;
const name = "gridloom";

export type TableName = "drafts" | "photos";

function prepare(base: IDBDatabase): void {
  const indexes: Readonly<Record<TableName, readonly [key: string, index: string]>> = {
    drafts: ["key", "savedAt"],
    photos: ["id", "at"],
  };
  for (const [table, [keyPath, index]] of Object.entries(indexes))
    if (!base.objectStoreNames.contains(table)) base.createObjectStore(table, { keyPath }).createIndex(index, index);
}

const broken = (error: DOMException | null): Error =>
  error ?? new DOMException("Expected IndexedDB to work", "AbortError");

function openBase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, version);
    asked.addEventListener("upgradeneeded", () => prepare(asked.result));
    asked.addEventListener("success", () => resolve(kept(asked.result)));
    asked.addEventListener("error", () => reject(broken(asked.error)));
  });
}

let opened: Promise<IDBDatabase> | undefined;

/** A connection that the system closes (iOS does) or that a newer page needs closed is opened anew by the next call. */
function kept(base: IDBDatabase): IDBDatabase {
  const forget = () => (opened = undefined);
  base.addEventListener("close", forget);
  base.addEventListener("versionchange", () => {
    base.close();
    forget();
  });
  return base;
}

async function begin(table: TableName, mode: IDBTransactionMode): Promise<IDBTransaction> {
  opened ??= openBase();
  try {
    return (await opened).transaction(table, mode);
  } catch (error) {
    // Not for ever: storage may be back when the person tries again.
    opened = undefined;
    throw error;
  }
}

/**
 * Runs requests on one table in one transaction. Out: the result of the request that `run` gives back, once everything is on disk.
 * @throws DOMException when the device refuses: no storage, none left
 */
export async function onTable<T>(
  table: TableName,
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = await begin(table, mode).catch(() => begin(table, mode));
  return new Promise((resolve, reject) => {
    const asked = run(transaction.objectStore(table));
    transaction.addEventListener("complete", () => resolve(asked.result));
    transaction.addEventListener("abort", () => reject(broken(transaction.error)));
  });
}
