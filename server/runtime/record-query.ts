/** What somebody asks of a ledger, turned into the store's filter: days in the city's zone, a grid's path, a name. */
import type { RecordExport } from "../contract/types.ts";
import type { SubmissionFilter } from "../store/submissions.ts";
import { dayStart } from "../views/moments.ts";
import type { RuntimeContext } from "./context.ts";

export type RecordQuery = Omit<Partial<RecordExport>, "columns"> & {
  readonly cursor?: string;
  readonly limit?: number;
};

const DAY = 86_400_000;

export function filterOf({ catalogue }: RuntimeContext, form: string, query: RecordQuery): SubmissionFilter {
  const { street, from, to, grid = "", person = "", mine } = query;
  const since = from === undefined ? undefined : dayStart(from, catalogue.timeZone);
  const last = to === undefined ? undefined : dayStart(to, catalogue.timeZone);
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
