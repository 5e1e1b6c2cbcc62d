/** How many open tasks wait for each person and each candidate group: the demo's sign-in page shows it. */
import type { Reader } from "./session.ts";

export interface OpenTaskCounts {
  assigned(personId: string): number;
  /** Offered to a group `<unit>/<role>` and taken by nobody. */
  offered(group: string): number;
}

interface Counted {
  readonly who: string;
  readonly open: number;
}

export async function openTaskCounts(read: Reader): Promise<OpenTaskCounts> {
  const [assigned, offered] = await Promise.all([
    read.all<Counted>(
      `SELECT assignee AS who, count(*) AS open FROM task WHERE status = 'open' AND assignee IS NOT NULL GROUP BY assignee`,
    ),
    read.all<Counted>(
      `SELECT k.candidate AS who, count(*) AS open FROM task_candidate k
       JOIN task t ON t.street_id = k.street_id AND t.id = k.task_id
       WHERE k.kind = 'group' AND t.status = 'open' AND t.assignee IS NULL GROUP BY k.candidate`,
    ),
  ]);
  const countIn = (rows: readonly Counted[]) => {
    const counts = new Map(rows.map(({ who, open }) => [who, open]));
    return (who: string) => counts.get(who) ?? 0;
  };
  return { assigned: countIn(assigned), offered: countIn(offered) };
}
