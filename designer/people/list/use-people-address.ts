/** Filters of the list in the address. */
import { useSearchParams } from "react-router";
import type { PeopleFilter } from "../queries.ts";

type Field = Exclude<keyof PeopleFilter, "street">;

export function usePeopleAddress(): Omit<PeopleFilter, "street"> & {
  readonly dialog: string;
  readonly set: (values: Partial<Record<Field | "dialog", string>>) => void;
} {
  const [params, setParams] = useSearchParams();
  const get = (name: string) => params.get(name) ?? "";
  const set = (values: Partial<Record<Field | "dialog", string>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values)) {
      if (value === "") next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { replace: true });
  };
  return { q: get("q"), unit: get("unit"), role: get("role"), state: get("state"), dialog: get("dialog"), set };
}
