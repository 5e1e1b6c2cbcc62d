/** The rankings, one at a time; which one stands in the address. */
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { IndicatorView, Results } from "../../../server/contract/types.ts";
import type { Period } from "../words.ts";
import { FigureTable } from "./figure-table.tsx";

interface TablesProps {
  readonly results: Results;
  /** Columns of the cases' tables. */
  readonly shown: readonly IndicatorView[];
  readonly period: Period;
}

export function Tables({ results: { tables, indicators }, shown: columns, period }: TablesProps) {
  const { t } = useTranslation("results");
  const [params, setParams] = useSearchParams();
  const shown = tables.find((table) => table.by === params.get("table")) ?? tables[0];
  if (shown === undefined) return null;
  const choose = (by: string) => {
    const next = new URLSearchParams(params);
    next.set("table", by);
    setParams(next, { replace: true });
  };
  return (
    <section className="rs-panel">
      <div className="rs-choices">
        {tables.map(({ by }) => (
          <button key={by} type="button" aria-pressed={by === shown.by} onClick={() => choose(by)}>
            {t(`tables.${by}`)}
          </button>
        ))}
      </div>
      <FigureTable
        key={shown.by}
        table={shown}
        indicators={shown.by === "accounts" ? indicators : columns}
        period={period}
        label={t(`tables.${shown.by}`)}
      />
    </section>
  );
}
