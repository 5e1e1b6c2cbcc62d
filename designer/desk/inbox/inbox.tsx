/** 工作台: saved views, a dense table, a preview. All filters stand in the address. */
import { Drawer } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { BulkBar } from "./bulk-bar.tsx";
import { useSelection } from "./use-selection.ts";
import { useStreetScope } from "../frame/street-scope.tsx";
import { useWide } from "../parts/use-wide.ts";
import { FilterBar, searchFieldId } from "./filter-bar.tsx";
import { Preview } from "./preview.tsx";
import { RowTable } from "./row-table.tsx";
import { casePath, type Row } from "./rows.ts";
import { Shortcuts } from "./shortcuts.tsx";
import { useListKeys } from "./use-list-keys.ts";
import { useRows, useStillRows } from "./use-rows.ts";
import { ViewList } from "./view-list.tsx";
import { type FilterKey, type Filters, filtersOf, paramsOf, type ViewKey } from "./views.ts";
import "./inbox.css";

/** View, filters and chosen row stand in the address; writing replaces it, so that "back" leaves the list. */
function useAddress() {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => filtersOf(params), [params]);
  const write = (change: (now: Filters) => Filters, at = "") =>
    setParams(
      (now) => {
        const next = paramsOf(change(filtersOf(now)));
        if (at !== "") next.set("at", at);
        return next;
      },
      { replace: true },
    );
  return {
    filters,
    at: params.get("at") ?? "",
    choose: (id: string) => write((now) => now, id),
    show: (view: ViewKey) => write((now) => ({ ...now, view })),
    set: (key: FilterKey, value: string) => write((now) => ({ ...now, [key]: value })),
    clear: () => write((now) => filtersOf(new URLSearchParams({ view: now.view }))),
  };
}

export function Inbox() {
  const { t } = useTranslation("desk");
  const { street } = useStreetScope();
  const { filters, at, choose, show, set, clear } = useAddress();
  const [explain, setExplain] = useState(false);
  const [cleared, setCleared] = useState(0);
  const clearAll = () => {
    setCleared(cleared + 1);
    clear();
  };
  const wide = useWide(1200);
  const navigate = useNavigate();
  const { query, fresh, total } = useRows(filters, street);
  const list = `${street}?${paramsOf(filters).toString()}`;
  const { rows, waiting, hold } = useStillRows(fresh, list);
  const selection = useSelection(rows, list);
  const chosen = rows.find((row) => row.id === at) ?? (wide ? rows[0] : undefined);
  const open = (row: Row | undefined) => row !== undefined && void navigate(casePath(row));
  const move = (step: number) => {
    const from = rows.findIndex((row) => row.id === chosen?.id);
    const next = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
    if (next !== undefined) choose(next.id);
  };
  useListKeys({
    down: () => move(1),
    up: () => move(-1),
    open: () => open(chosen),
    search: () => document.getElementById(searchFieldId)?.focus(),
    explain: () => setExplain(true),
  });
  useEffect(() => {
    document.title = `${t(`view.${filters.view}`)} · ${t("frame.brand")}`;
  }, [filters.view, t]);
  return (
    <div className="gl-inbox">
      <ViewList view={filters.view} choose={show} />
      <section className="gl-list" aria-label={t(`view.${filters.view}`)}>
        <FilterBar
          filters={filters}
          set={set}
          clear={clearAll}
          cleared={cleared}
          total={query.isSuccess ? total : undefined}
          explain={() => setExplain(true)}
        />
        <RowTable
          rows={rows}
          waiting={waiting}
          chosen={chosen?.id}
          filters={filters}
          query={query}
          hold={hold}
          choose={(row) => choose(row.id)}
          open={open}
          clear={clearAll}
          selection={selection}
        />
        <BulkBar view={filters.view} selection={selection} />
      </section>
      {wide ? (
        <aside className="gl-preview" aria-label={t("preview.title")}>
          <Preview row={chosen} />
        </aside>
      ) : (
        <Drawer
          open={chosen !== undefined}
          onClose={() => choose("")}
          size={420}
          title={chosen?.case.number}
          destroyOnHidden
        >
          <Preview row={chosen} />
        </Drawer>
      )}
      <Shortcuts open={explain} close={() => setExplain(false)} />
    </div>
  );
}
