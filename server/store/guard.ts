/** Reads the settings that durability rests on back from every connection; a wrong one stops the start (R23). */
import type { Session } from "./session.ts";
import type { Pragmas } from "./sqlite-driver.ts";
import { StoreRefused } from "./store-refused.ts";

const refuse = (name: string, expected: string | number, actual: unknown) =>
  new StoreRefused({
    code: "STORE_SETTING_WRONG",
    zh: `数据库设置 ${name} 应为 ${expected}，实际为 ${String(actual)}，为防止丢失数据，服务器不启动。`,
    en: `The database setting ${name} must be ${expected} but is ${String(actual)}; the server does not start, so that nothing can be lost.`,
    path: name,
  });

/** In: a SQLite connection and what it must say. Throws `StoreRefused`, naming the first pragma that differs. */
export async function guardSqlite(session: Session, wanted: Pragmas): Promise<void> {
  for (const [name, expected] of Object.entries(wanted)) {
    const [row] = await session.all(`PRAGMA ${name}`);
    const actual = Object.values(row ?? {})[0];
    if (actual !== expected) throw refuse(name, expected, actual);
  }
}

const wantedOfPostgres = {
  fsync: "on",
  full_page_writes: "on",
  server_encoding: "UTF8",
  synchronous_commit: "on",
} as const;

/** The same for PostgreSQL. */
export async function guardPostgres(session: Session): Promise<void> {
  for (const [name, expected] of Object.entries(wantedOfPostgres)) {
    const [row] = await session.all(`SHOW ${name}`);
    const actual = Object.values(row ?? {})[0];
    if (actual !== expected) throw refuse(name, expected, actual);
  }
}
