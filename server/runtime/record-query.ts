/** What somebody asks of a ledger, turned into the store's filter: days in the city's zone, a grid's path, a name. */
import type { RecordExport } from "../contract/types.ts";
import type { SubmissionFilter } from "../store/submissions.ts";
import { startOfDay } from "../views/moments.ts";
import type { RuntimeContext } from "./context.ts";

export type RecordQuery = Omit<Partial<RecordExport>, "columns"> & {
  readonly cursor?: string;
  readonly limit?: number;
};

const DAY = 86_400_000;

/** Start of a day as `YYYY-MM-DD`; undefined for what is no day. */
function dayStart(day: string | undefined, timeZone: string): number | undefined {
  const noon = day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day) ? Number.NaN : Date.parse(`${day}T04:00:00Z`);
  return Number.isNaN(noon) ? undefined : startOfDay(noon, timeZone);
}

export function filterOf({ catalogue }: RuntimeContext, form: string, query: RecordQuery): SubmissionFilter {
  const { street, from, to, grid = "", person = "", mine } = query;
  const since = dayStart(from, catalogue.timeZone);
  const last = dayStart(to, catalogue.timeZone);
  return {
    form,
    ...(street === undefined ? {} : { street }),
    ...(mine === undefined ? {} : { mine }),
    ...(since === undefined ? {} : { since }),
    ...(last === undefined ? {} : { until: last + DAY }),
    ...(grid === "" ? {} : { below: catalogue.tree.get(grid) === undefined ? [] : [catalogue.tree.path(grid)] }),
    ...(person.trim() === "" ? {} : { personName: person.trim() }),
  };
}
