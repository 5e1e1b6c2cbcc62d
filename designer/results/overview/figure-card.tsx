/** One indicator: its figure with the way to its cases, compared with last month and target, and how it is computed. */
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CheckCircleOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
} from "@ant-design/icons";
import { Button, Popover } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Figure, IndicatorView } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { figurePath, sayFigure, type Period } from "../words.ts";

interface FigureCardProps {
  readonly period: Period;
  readonly indicator: IndicatorView;
  readonly figure: Figure;
  readonly before: Figure | undefined;
  readonly lastYear: Figure | undefined;
}

export function FigureCard({ period, indicator, figure, before, lastYear }: FigureCardProps) {
  const { t } = useTranslation("results");
  const at = { period, indicator };
  return (
    <li className="rs-card">
      <div className="rs-card-head">
        <h3>{say(indicator.title)}</h3>
        <Formula indicator={indicator} />
      </div>
      {figure.value === null ? (
        <strong className="rs-value">—</strong>
      ) : (
        <Link className="rs-value" to={figurePath(at)}>
          {sayFigure(t, indicator.unit, figure.value)}
        </Link>
      )}
      {indicator.unit === "percent" && (
        <small>
          <Link to={figurePath(at)}>{figure.counted}</Link>
          {" ÷ "}
          <Link to={figurePath(at, "of")}>{figure.of}</Link>
        </small>
      )}
      <Change indicator={indicator} now={figure} before={before} />
      {lastYear !== undefined && lastYear.value !== null && (
        <small>{t("lastYear", { value: sayFigure(t, indicator.unit, lastYear.value) })}</small>
      )}
      <Target indicator={indicator} value={figure.value} />
    </li>
  );
}

function Formula({ indicator }: { readonly indicator: IndicatorView }) {
  const { t } = useTranslation("results");
  const content = (
    <div className="rs-formula">
      <p>{say(indicator.formula)}</p>
      <dl>
        <dt>{t("counted")}</dt>
        <dd>
          <code>{indicator.numerator}</code>
        </dd>
        {indicator.denominator !== undefined && (
          <>
            <dt>{t("among")}</dt>
            <dd>
              <code>{indicator.denominator}</code>
            </dd>
          </>
        )}
      </dl>
    </div>
  );
  return (
    <Popover trigger="click" title={t("formula")} content={content}>
      <Button
        type="text"
        size="small"
        icon={<InfoCircleOutlined aria-hidden />}
        aria-label={t("formulaOf", { title: say(indicator.title) })}
      />
    </Popover>
  );
}

interface ChangeProps {
  readonly indicator: IndicatorView;
  readonly now: Figure;
  readonly before: Figure | undefined;
}

function Change({ indicator, now, before }: ChangeProps) {
  const { t } = useTranslation("results");
  if (now.value === null || before === undefined || before.value === null) return null;
  const by = Math.round((now.value - before.value) * 10) / 10;
  if (by === 0) return <small>{t("sameAsBefore")}</small>;
  const amount = Math.abs(by);
  const words =
    indicator.unit === "percent" ? t("points", { by: amount.toFixed(1) }) : sayFigure(t, indicator.unit, amount);
  const isBetter = indicator.direction === "none" ? undefined : by > 0 === (indicator.direction === "higher");
  const tone = isBetter === undefined ? "" : isBetter ? " rs-better" : " rs-worse";
  return (
    <small className={`rs-change${tone}`}>
      {by > 0 ? <ArrowUpOutlined aria-hidden /> : <ArrowDownOutlined aria-hidden />}{" "}
      {t(by > 0 ? "up" : "down", { by: words })}
    </small>
  );
}

function Target({ indicator, value }: { readonly indicator: IndicatorView; readonly value: number | null }) {
  const { t } = useTranslation("results");
  const { target, direction, unit } = indicator;
  if (target === undefined || value === null) return null;
  const isMet = direction === "lower" ? value <= target : value >= target;
  return (
    <small className={isMet ? "rs-better" : "rs-worse"}>
      {isMet ? <CheckCircleOutlined aria-hidden /> : <ExclamationCircleOutlined aria-hidden />}{" "}
      {t(isMet ? "met" : "missed", { target: sayFigure(t, unit, target) })}
    </small>
  );
}
