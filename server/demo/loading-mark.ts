/**
 * A mark in the data folder while the demo city is being loaded. Nobody can have worked in a city that never opened, so
 * what an interrupted load left behind is removed and loaded anew; on PostgreSQL, which may hold more than ours, it is kept.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Where {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
}

const markIn = (dataDir: string): string => join(dataDir, "demo-loading");

/** What a load writes besides the mark. */
const written = ["gridloom.sqlite", "gridloom.sqlite-wal", "gridloom.sqlite-shm", "attachments"];

/** Before the store is opened. Out: true when half a city was removed. */
export function removeInterrupted({ dataDir, databaseUrl }: Where): boolean {
  if (databaseUrl !== undefined || !existsSync(markIn(dataDir))) return false;
  // The mark goes last: interrupted again, this is done again.
  for (const name of [...written, "demo-loading"]) rmSync(join(dataDir, name), { recursive: true, force: true });
  return true;
}

/** Runs the load between mark and unmark; a failure leaves the mark. */
export async function marked({ dataDir }: Where, load: () => Promise<void>): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(markIn(dataDir), "");
  await load();
  rmSync(markIn(dataDir));
}
