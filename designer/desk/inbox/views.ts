/** The saved views of the inbox, and how each asks the server. */
export const viewKeys = ["todo", "toSign", "dueSoon", "overdue", "done", "cases"] as const;
export type ViewKey = (typeof viewKeys)[number];

function isViewKey(text: string | null): text is ViewKey {
  return viewKeys.some((key) => key === text);
}

/** Filters as they stand in the address: shareable, kept by back and reload. */
export interface Filters {
  readonly view: ViewKey;
  readonly matter: string;
  readonly stage: string;
  readonly state: string;
  readonly grid: string;
  readonly level: string;
  readonly q: string;
}

const filterKeys = ["matter", "stage", "state", "grid", "level", "q"] as const;
export type FilterKey = (typeof filterKeys)[number];

export function filtersOf(params: URLSearchParams): Filters {
  const view = params.get("view");
  const text = (key: FilterKey) => params.get(key) ?? "";
  return {
    view: isViewKey(view) ? view : "todo",
    matter: text("matter"),
    stage: text("stage"),
    state: text("state"),
    grid: text("grid"),
    level: text("level"),
    q: text("q"),
  };
}

/** The address for `filters`; what is empty is left out, the first view too. */
export function paramsOf(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.view !== "todo") params.set("view", filters.view);
  for (const key of filterKeys) if (filters[key] !== "") params.set(key, filters[key]);
  return params;
}

/** Filters that a view can use: cases have no stage of a task. */
export function usableFilters(view: ViewKey): readonly FilterKey[] {
  return view === "cases" ? filterKeys.filter((key) => key !== "stage") : filterKeys;
}

export function countFilters(filters: Filters): number {
  return usableFilters(filters.view).filter((key) => filters[key] !== "").length;
}

/** Path and query of one page below `/api`; `street` "" means all that I may see. */
export function pagePath(filters: Filters, street: string, cursor: string): string {
  const params = new URLSearchParams({ limit: "50" });
  if (filters.view !== "cases") params.set("view", filters.view);
  if (street !== "") params.set("street", street);
  for (const key of usableFilters(filters.view)) if (filters[key] !== "") params.set(key, filters[key]);
  if (cursor !== "") params.set("cursor", cursor);
  return `/${filters.view === "cases" ? "cases" : "tasks"}?${params.toString()}`;
}
