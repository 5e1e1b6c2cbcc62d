/** Both databases, each as a fresh and migrated store. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store, type StoreSettings } from "../../server/store/index.ts";
import { hasPostgres, newPostgresDatabase } from "./postgres.ts";

export interface TestStore {
  readonly store: Store;
  readonly settings: StoreSettings;
  close(): Promise<void>;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "gridloom-test-"));
}

async function open(settings: StoreSettings): Promise<TestStore> {
  const store = await openStore(settings);
  await store.migrate();
  return {
    store,
    settings,
    async close() {
      await store.close();
      rmSync(settings.dataDir, { recursive: true, force: true });
    },
  };
}

const openSqliteStore = (): Promise<TestStore> => open({ dataDir: temporaryFolder() });

const openPostgresStore = async (): Promise<TestStore> =>
  open({ dataDir: temporaryFolder(), databaseUrl: await newPostgresDatabase() });

export const databases: readonly { readonly name: string; open(): Promise<TestStore> }[] = [
  { name: "SQLite", open: openSqliteStore },
  ...(hasPostgres ? [{ name: "PostgreSQL", open: openPostgresStore }] : []),
];
