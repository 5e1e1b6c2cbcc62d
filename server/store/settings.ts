/** The installation's own facts in the table `setting`: mode, session secret, setup code, moved clock. */
import type { Reader } from "./session.ts";
import type { Store } from "./store.ts";
import type { Tx } from "./transaction.ts";

export async function readSetting(read: Reader, key: string): Promise<string | undefined> {
  const [row] = await read.all<{ value: string }>(`SELECT value FROM setting WHERE key = $1`, [key]);
  return row?.value;
}

export async function writeSetting(tx: Tx, key: string, value: string): Promise<void> {
  await tx.run(
    `INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [key, value],
  );
}

export async function removeSetting(tx: Tx, key: string): Promise<void> {
  await tx.run(`DELETE FROM setting WHERE key = $1`, [key]);
}

/** The setting, made when it is not there yet: of two nodes that start at once the first one wins. */
export async function settingOnce(store: Store, key: string, make: () => string): Promise<string> {
  const before = await readSetting(store.read, key);
  if (before !== undefined) return before;
  return store.write(async (tx) => {
    await tx.run(`INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING`, [key, make()]);
    return (await readSetting(tx, key)) ?? "";
  });
}
