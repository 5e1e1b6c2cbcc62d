/** Messages that wait for a subscription, and subscriptions that wait for a message. */
import type { MessageRow } from "./rows.ts";
import type { Reader } from "./session.ts";
import type { Store } from "./store.ts";
import type { Tx } from "./transaction.ts";

/** A stored message and the one subscription it goes to: the oldest instance that waits for it. */
export interface Delivery {
  readonly message: MessageRow;
  readonly instanceId: string;
}

export async function findDeliveries(read: Reader, now: number, limit: number): Promise<readonly Delivery[]> {
  const rows = await read.all<MessageRow & { readonly instance_id: string }>(
    `SELECT m.*, min(s.instance_id) AS instance_id FROM message m
     JOIN subscription s ON s.street_id = m.street_id AND s.message_name = m.name AND s.correlation_key = m.correlation_key
     WHERE m.expires_at > $1
     GROUP BY m.street_id, m.id, m.name, m.correlation_key, m.variables, m.created_at, m.expires_at
     ORDER BY m.created_at, m.id LIMIT $2`,
    [now, limit],
  );
  return rows.map(({ instance_id, ...message }) => ({ message, instanceId: instance_id }));
}

/** Out: whether it was still there: a message is delivered once. */
export async function removeMessage(tx: Tx, street: string, id: string): Promise<boolean> {
  return (await tx.run("DELETE FROM message WHERE street_id = $1 AND id = $2", [street, id])) === 1;
}

export async function removeSubscriptions(
  tx: Tx,
  street: string,
  instanceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const marks = ids.map((_, index) => `$${index + 3}`).join(", ");
  await tx.run(`DELETE FROM subscription WHERE street_id = $1 AND instance_id = $2 AND subscription_id IN (${marks})`, [
    street,
    instanceId,
    ...ids,
  ]);
}

/** Removes messages that nobody waited for in time. Out: how many; nothing is written when there are none. */
export async function removeExpiredMessages(store: Store, now: number): Promise<number> {
  const [old] = await store.read.all("SELECT id FROM message WHERE expires_at <= $1 LIMIT 1", [now]);
  if (old === undefined) return 0;
  return store.write((tx) => tx.run("DELETE FROM message WHERE expires_at <= $1", [now]));
}
