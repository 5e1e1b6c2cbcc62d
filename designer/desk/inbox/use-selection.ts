/** Rows ticked for one command on all of them. Another list starts with none; rows that are gone do not count. */
import { useState } from "react";
import type { Row } from "./rows.ts";

interface Ticked {
  readonly list: string;
  readonly ids: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly rows: readonly Row[];
  readonly toggle: (id: string) => void;
  /** Ticks all rows shown, or none when all are ticked. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

export function useSelection(shown: readonly Row[], list: string): Selection {
  const [ticked, setTicked] = useState<Ticked>({ list, ids: none });
  const ids = ticked.list === list ? ticked.ids : none;
  const here = shown.filter((row) => row.gone !== true);
  const rows = here.filter((row) => ids.has(row.id));
  const set = (next: Iterable<string>) => setTicked({ list, ids: new Set(next) });
  return {
    ids,
    rows,
    toggle: (id) => set(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id]),
    toggleAll: () => set(rows.length === here.length ? [] : here.map((row) => row.id)),
    clear: () => set([]),
  };
}
