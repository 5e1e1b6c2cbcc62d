/** The rows of one view, page by page, looked at again every few seconds. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { CasePage, TaskPage } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { liveEvery } from "../parts/queries.ts";
import { casePageRows, heldRows, type Row, type RowPage, taskPageRows, uniqueRows } from "./rows.ts";
import { type Filters, pagePath } from "./views.ts";

async function readPage(filters: Filters, street: string, cursor: string): Promise<RowPage> {
  const path = pagePath(filters, street, cursor);
  return filters.view === "cases"
    ? casePageRows(await api.get<CasePage>(path))
    : taskPageRows(await api.get<TaskPage>(path));
}

export function useRows(filters: Filters, street: string) {
  const query = useInfiniteQuery({
    queryKey: [filters.view === "cases" ? "cases" : "tasks", "rows", filters, street],
    refetchInterval: liveEvery,
    initialPageParam: "",
    queryFn: ({ pageParam }) => readPage(filters, street, pageParam),
    getNextPageParam: (last) => last.next,
  });
  const fresh = useMemo(() => uniqueRows((query.data?.pages ?? []).flatMap((page) => page.rows)), [query.data]);
  return { query, fresh, total: query.data?.pages[0]?.total ?? 0 };
}

interface Held {
  readonly list: string;
  readonly rows: readonly Row[];
}

/**
 * The rows to draw: as answered, or in the order they had when the pointer came over them. `list` names
 * view and filters; rows of another list are never held.
 */
export function useStillRows(fresh: readonly Row[], list: string) {
  const [held, setHeld] = useState<Held>();
  const result = held?.list === list ? heldRows(held.rows, fresh) : { rows: fresh, waiting: 0 };
  const hold = (still: boolean) => setHeld(still ? { list, rows: result.rows } : undefined);
  return { ...result, hold };
}
