/** Rows of the table `session`; the id is a hash of what the cookie holds. */
import type { Store } from "./store.ts";
import type { Reader } from "./session.ts";

export interface StoredSession {
  readonly idHash: string;
  readonly personId: string;
  readonly csrf: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
}

export async function findSession(read: Reader, idHash: string): Promise<StoredSession | undefined> {
  const [row] = await read.all<StoredSession>(
    `SELECT id_hash AS "idHash", person_id AS "personId", csrf, created_at AS "createdAt", seen_at AS "seenAt",
      expires_at AS "expiresAt" FROM session WHERE id_hash = $1`,
    [idHash],
  );
  return row;
}

/** Writes a session and, because sign-ins are rare, sweeps out those that have ended. */
export async function saveSession(store: Store, row: StoredSession): Promise<void> {
  await store.write(async (tx) => {
    await tx.run(`DELETE FROM session WHERE expires_at < $1`, [row.seenAt]);
    await tx.run(
      `INSERT INTO session (id_hash, person_id, csrf, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id_hash) DO UPDATE SET seen_at = excluded.seen_at, expires_at = excluded.expires_at`,
      [row.idHash, row.personId, row.csrf, row.createdAt, row.seenAt, row.expiresAt],
    );
  });
}

/** Notes that a session is in use; one that was closed meanwhile stays closed. */
export async function touchSession(store: Store, row: StoredSession): Promise<void> {
  await store.write((tx) =>
    tx.run(`UPDATE session SET seen_at = $2, expires_at = $3 WHERE id_hash = $1`, [
      row.idHash,
      row.seenAt,
      row.expiresAt,
    ]),
  );
}

export async function removeSession(store: Store, idHash: string): Promise<void> {
  await store.write((tx) => tx.run(`DELETE FROM session WHERE id_hash = $1`, [idHash]));
}
