/** A ranking: rows of units, grids, classes or departments, sorted by any indicator, each figure with its cases. */
import { CaretDownOutlined, CaretUpOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { FigureRow, FigureTable as Table, IndicatorView } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { figureOf, figurePath, sayFigure, type Period } from "../words.ts";

interface FigureTableProps {
  readonly table: Table;
  readonly indicators: readonly IndicatorView[];
  readonly period: Period;
  readonly label: string;
}

interface Order {
  readonly id: string;
  readonly down: boolean;
}

/** Rows without a figure come last, whichever way it is sorted. */
function sorted(rows: readonly FigureRow[], { id, down }: Order): readonly FigureRow[] {
  if (id === "") return rows;
  const valueOf = (row: FigureRow) => figureOf(row.figures, id)?.value ?? null;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return down ? right - left : left - right;
  });
}

export function FigureTable({ table, indicators, period, label }: FigureTableProps) {
  const { t } = useTranslation("results");
  const [order, setOrder] = useState<Order>({ id: "", down: true });
  const shown = indicators.filter((each) => (each.over === "account") === (table.by === "accounts"));
  if (table.rows.length === 0) return <p className="gl-quiet">{t("noRows")}</p>;
  const sort = (indicator: IndicatorView) =>
    setOrder((now) =>
      now.id === indicator.id
        ? { id: indicator.id, down: !now.down }
        : { id: indicator.id, down: indicator.direction !== "lower" },
    );
  return (
    <div className="rs-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="rs-table">
        <thead>
          <tr>
            <th scope="col">{order.id === "" ? t("name") : t("rank")}</th>
            {shown.map((indicator) => (
              <Head key={indicator.id} indicator={indicator} order={order} sort={() => sort(indicator)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(table.rows, order).map((row, at) => (
            <tr key={row.code}>
              <th scope="row">
                {order.id !== "" && <i className="rs-rank">{at + 1}</i>}
                {say(row.title)}
              </th>
              {shown.map((indicator) => (
                <td key={indicator.id}>
                  <Cell row={row} by={table.by} indicator={indicator} period={period} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  readonly indicator: IndicatorView;
  readonly order: Order;
  readonly sort: () => void;
}

function Head({ indicator, order, sort }: HeadProps) {
  const { t } = useTranslation("results");
  const title = say(indicator.title);
  const isSorted = order.id === indicator.id;
  return (
    <th scope="col" aria-sort={isSorted ? (order.down ? "descending" : "ascending") : "none"}>
      <button type="button" className="rs-sort" onClick={sort} aria-label={t("sortBy", { title })}>
        {title}
        {isSorted && (order.down ? <CaretDownOutlined aria-hidden /> : <CaretUpOutlined aria-hidden />)}
      </button>
    </th>
  );
}

interface CellProps {
  readonly row: FigureRow;
  readonly by: Table["by"];
  readonly indicator: IndicatorView;
  readonly period: Period;
}

function Cell({ row, by, indicator, period }: CellProps) {
  const { t } = useTranslation("results");
  const figure = figureOf(row.figures, indicator.id);
  const words = sayFigure(t, indicator.unit, figure?.value);
  if (figure === undefined || figure.value === null) return "—";
  if (figure.counted === 0 && figure.of === 0) return words;
  const at = { period, indicator, by, row: row.code };
  return (
    <Link
      to={figurePath(at)}
      aria-label={`${t("open", { row: say(row.title), title: say(indicator.title) })}: ${words}`}
    >
      {words}
    </Link>
  );
}
