/** 考核评估: what a unit did in a month, against the months before and its targets. */
import { FileTextOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Skeleton } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Results } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { sayMoment } from "../../app/dates.ts";
import { LinkButton } from "../../desk/parts/link-button.tsx";
import { PeriodFailure } from "../period-failure.tsx";
import { figureOf, periodOf, periodQuery, sayMonth, type Period } from "../words.ts";
import { FigureCard } from "./figure-card.tsx";
import { chosenIndicators, choiceOf, IndicatorChoice } from "./indicator-choice.tsx";
import { PeriodFilter } from "./period-filter.tsx";
import { Tables } from "./tables.tsx";
import { Trend } from "./trend.tsx";

export function OverviewPage() {
  const { t } = useTranslation("results");
  const [params] = useSearchParams();
  const query = periodQuery(periodOf(params));
  const asked = useQuery({
    queryKey: ["results", query],
    placeholderData: keepPreviousData,
    queryFn: () => api.get<Results>(`/results?${query}`),
  });
  useEffect(() => {
    document.title = `${t("title")} · ${t("desk:frame.brand")}`;
  }, [t]);
  return (
    <div className="gl-page rs-page">
      {asked.isError && <PeriodFailure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isLoading && <Skeleton active paragraph={{ rows: 10 }} />}
      {asked.data !== undefined && !asked.isError && <Overview results={asked.data} />}
    </div>
  );
}

function isEmpty({ indicators, figures }: Results): boolean {
  const accounts = new Set(indicators.filter((each) => each.over === "account").map((each) => each.id));
  return figures.every((figure) => accounts.has(figure.id) || (figure.counted === 0 && figure.of === 0));
}

function Overview({ results }: { readonly results: Results }) {
  const { t } = useTranslation("results");
  const [params] = useSearchParams();
  const shown = chosenIndicators(results, choiceOf(params));
  const { unit, month, largeClass = "", figures, trend, lastYear = [] } = results;
  const period: Period = { unit: unit.code, month, class: largeClass };
  const before = trend.at(-2)?.figures ?? [];
  return (
    <>
      <header className="rs-head">
        <div>
          <h1>{t("title")}</h1>
          <small className="gl-quiet">{t("asOf", { when: sayMoment(results.asOf) })}</small>
        </div>
        <PeriodFilter
          unit={unit.code}
          month={month}
          units={results.units}
          months={results.months}
          classes={results.classes}
          largeClass={largeClass}
        />
        <LinkButton
          to={`/desk/bulletin?${periodQuery({ unit: unit.code, month })}`}
          icon={<FileTextOutlined aria-hidden />}
        >
          {t("toBulletin")}
        </LinkButton>
      </header>
      {isEmpty(results) && <Alert type="info" showIcon title={t("empty", { month: sayMonth(t, month) })} />}
      <section aria-labelledby="rs-figures">
        <h2 id="rs-figures" className="rs-hidden">
          {t("figures")}
        </h2>
        <IndicatorChoice groups={results.groups} />
        <ul className="rs-cards">
          {shown.map((indicator) => {
            const figure = figureOf(figures, indicator.id);
            return figure === undefined ? null : (
              <FigureCard
                key={indicator.id}
                period={period}
                indicator={indicator}
                figure={figure}
                before={figureOf(before, indicator.id)}
                lastYear={figureOf(lastYear, indicator.id)}
              />
            );
          })}
        </ul>
      </section>
      <Trend results={results} period={period} />
      <Tables results={results} shown={shown} period={period} />
    </>
  );
}
