/** The phone's own tables in IndexedDB: the only user of idb, which is 1 kB of a first load of 250 (forms.md law 8). */
import { openDB } from "idb";
import type { IDBPDatabase } from "idb";
import type { DeviceTables } from "./device-tables.ts";

/** Dexie, which kept them before, stored its version 1 as 10: what was kept with it is found again. */
const version = 10;

let opened: Promise<IDBPDatabase<DeviceTables>> | undefined;

/** A connection that the system closes (iOS does), or that a newer page needs closed, is opened anew by the next call. */
function forget(): void {
  opened = undefined;
}

async function open(): Promise<IDBPDatabase<DeviceTables>> {
  return openDB<DeviceTables>("gridloom", version, {
    upgrade(base) {
      if (!base.objectStoreNames.contains("drafts"))
        base.createObjectStore("drafts", { keyPath: "key" }).createIndex("savedAt", "savedAt");
      if (!base.objectStoreNames.contains("photos"))
        base.createObjectStore("photos", { keyPath: "id" }).createIndex("at", "at");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
}

/**
 * Runs work on the device's tables, once more where the connection turns out to have been closed meanwhile.
 * @throws DOMException when the device refuses: no storage, none left
 */
export async function onDevice<T>(work: (base: IDBPDatabase<DeviceTables>) => Promise<T>): Promise<T> {
  try {
    return await attempt(work);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
    return attempt(work);
  }
}

async function attempt<T>(work: (base: IDBPDatabase<DeviceTables>) => Promise<T>): Promise<T> {
  try {
    opened ??= open();
    return await work(await opened);
  } catch (error) {
    // Not for ever: storage may be back when the person tries again.
    forget();
    throw error;
  }
}
