/** Open incidents of instances: what needs an operator. */
import type { Tx } from "./transaction.ts";

export async function removeIncidents(
  tx: Tx,
  street: string,
  instanceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const marks = ids.map((_, index) => `$${index + 3}`).join(", ");
  await tx.run(`DELETE FROM incident WHERE street_id = $1 AND instance_id = $2 AND incident_id IN (${marks})`, [
    street,
    instanceId,
    ...ids,
  ]);
}
