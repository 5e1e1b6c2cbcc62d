/** How figures and months are said on the screens, and the addresses of the lists behind them. */
import type { TFunction } from "i18next";
import type { Figure, IndicatorView } from "../../server/contract/types.ts";

/** 94.9%, 12, 5.3 小时; a dash where the figure would divide by nothing. */
export function sayFigure(t: TFunction, unit: IndicatorView["unit"], value: number | null | undefined): string {
  if (value === null || value === undefined) return "—";
  if (unit === "count") return String(value);
  return unit === "percent" ? `${value.toFixed(1)}%` : t("results:hours", { value: value.toFixed(1) });
}

export function sayMonth(t: TFunction, month: string): string {
  const [year = "", at = ""] = month.split("-");
  return t("results:monthName", { year, month: Number(at) });
}

/** What stands in the address: shared by the page, its lists and the bulletin. */
export interface Period {
  readonly unit: string;
  readonly month: string;
  readonly class: string;
}

export const periodOf = (params: URLSearchParams): Period => ({
  unit: params.get("unit") ?? "",
  month: params.get("month") ?? "",
  class: params.get("class") ?? "",
});

/** Query of a period, without what is left to the server. */
export function periodQuery(period: Partial<Period>, more: Readonly<Record<string, string>> = {}): string {
  const entries = Object.entries({ ...period, ...more }).filter(([, value]) => value !== "");
  return new URLSearchParams(entries).toString();
}

export interface FigureAt {
  readonly period: Period;
  readonly indicator: IndicatorView;
  /** Table and row, when it is not the total. */
  readonly by?: string;
  readonly row?: string;
}

/** The page with the cases or accounts of a figure. */
export function figurePath({ period, indicator, by = "", row = "" }: FigureAt, side = ""): string {
  const list = indicator.over === "account" ? "accounts" : "cases";
  return `/desk/results/${list}?${periodQuery(period, { indicator: indicator.id, side, by, row })}`;
}

export const figureOf = (figures: readonly Figure[], id: string): Figure | undefined =>
  figures.find((figure) => figure.id === id);
