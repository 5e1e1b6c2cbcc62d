/** For the demo's replay only: notices of long ago have been read. */
import type { Tx } from "./transaction.ts";

/** Marks everything before a moment (epoch milliseconds) as read when it came. */
export async function readAllNotices(tx: Tx, before: number): Promise<void> {
  await tx.run("UPDATE notice SET read_at = at WHERE read_at IS NULL AND at < $1", [before]);
}
