/** Months of one chosen indicator as a chart, and the same numbers as a table. */
import { Select } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { IndicatorView, Results } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { figureOf, figurePath, sayFigure, sayMonth, type Period } from "../words.ts";
import { TrendChart } from "./trend-chart.tsx";

interface TrendProps {
  readonly results: Results;
  readonly period: Period;
}

/** What leaders ask first. */
const FIRST = "onTimeRate";

/** Indicators below the title of their group; those without one by themselves. */
function grouped({ indicators, groups }: Results) {
  const option = (each: IndicatorView) => ({ value: each.id, label: say(each.title) });
  const known = new Set(groups.map(({ key }) => key));
  const alone = indicators.filter(({ group }) => group === undefined || !known.has(group));
  return [
    ...groups.map(({ key, title }) => ({
      ...{ label: say(title), title: say(title) },
      options: indicators.filter(({ group }) => group === key).map(option),
    })),
    ...alone.map(option),
  ];
}

export function Trend({ results, period }: TrendProps) {
  const { t } = useTranslation("results");
  const [params, setParams] = useSearchParams();
  const { indicators, trend } = results;
  const id = params.get("trend") ?? FIRST;
  const indicator = indicators.find((each) => each.id === id) ?? indicators[0];
  const months = useMemo(() => trend.map(({ month }) => month), [trend]);
  const values = useMemo(() => trend.map(({ figures }) => figureOf(figures, id)?.value ?? null), [trend, id]);
  if (indicator === undefined) return null;
  const choose = (next: string) => {
    const all = new URLSearchParams(params);
    all.set("trend", next);
    setParams(all, { replace: true });
  };
  const words = t("trendAlt", {
    title: say(indicator.title),
    from: sayMonth(t, months[0] ?? results.month),
    to: sayMonth(t, months.at(-1) ?? results.month),
    values: values.map((value) => sayFigure(t, indicator.unit, value)).join("、"),
  });
  return (
    <section className="rs-panel" aria-labelledby="rs-trend">
      <div className="rs-panel-head">
        <h2 id="rs-trend">{t("trend")}</h2>
        <Select
          aria-label={t("trendOf")}
          value={indicator.id}
          options={grouped(results)}
          onChange={choose}
          popupMatchSelectWidth={220}
        />
      </div>
      <TrendChart months={months} values={values} unit={indicator.unit} target={indicator.target} words={words} />
      <details>
        <summary>{t("trendTable")}</summary>
        <table className="rs-table">
          <caption className="rs-hidden">{say(indicator.title)}</caption>
          <thead>
            <tr>
              <th scope="col">{t("month")}</th>
              <th scope="col">{say(indicator.title)}</th>
            </tr>
          </thead>
          <tbody>
            {trend.map(({ month }, at) => (
              <tr key={month}>
                <th scope="row">{sayMonth(t, month)}</th>
                <td>
                  <Link to={figurePath({ period: { ...period, month }, indicator })}>
                    {sayFigure(t, indicator.unit, values[at])}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
