/** What a person has reported lately: those matters come first when he reports again. */
import type { Reader } from "./session.ts";

export async function recentMatters(
  read: Reader,
  street: string,
  personId: string,
  since: number,
): Promise<ReadonlySet<string>> {
  const rows = await read.all<{ matter: string }>(
    "SELECT DISTINCT matter FROM case_ WHERE street_id = $1 AND reporter = $2 AND opened_at >= $3",
    [street, personId, since],
  );
  return new Set(rows.map((row) => row.matter));
}
