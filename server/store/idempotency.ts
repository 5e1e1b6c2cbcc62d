/** Answers already given, by the key that the caller sent: kept as long as the case. */
import type { IdempotencyRow } from "./rows.ts";
import type { Reader } from "./session.ts";

export async function findAnswer(read: Reader, street: string, key: string): Promise<IdempotencyRow | undefined> {
  const [row] = await read.all<IdempotencyRow>("SELECT * FROM idempotency WHERE street_id = $1 AND key = $2", [
    street,
    key,
  ]);
  return row;
}
