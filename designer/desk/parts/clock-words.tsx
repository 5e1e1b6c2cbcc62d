/** A case's clock: colour, icon and words together, so that it can be read without seeing colour. */
import {
  CheckCircleFilled,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  PauseCircleOutlined,
  WarningFilled,
} from "@ant-design/icons";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { CaseSummary, Deadline } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { sayMoment } from "../../app/dates.ts";

const icons = {
  green: <ClockCircleOutlined aria-hidden />,
  yellow: <ExclamationCircleFilled aria-hidden />,
  red: <WarningFilled aria-hidden />,
  grey: <PauseCircleOutlined aria-hidden />,
} as const;

interface ClockWordsProps {
  readonly deadline: Deadline | undefined;
  readonly of: CaseSummary;
  /** A task already done, or a case closed, has no running clock. */
  readonly stopped?: boolean;
}

/** One line: "⚠ 已超时 3 工作时 · 昨天 17:30". The tooltip gives limit, due time and the used share. */
export function ClockWords({ deadline, of, stopped = false }: ClockWordsProps) {
  const { t } = useTranslation("desk");
  if (stopped || of.closedAt !== undefined)
    return (
      <span className="gl-clock gl-clock-grey">
        <CheckCircleFilled aria-hidden /> {t(of.closedAt === undefined ? "clock.done" : "clock.closed")}
      </span>
    );
  if (of.suspended)
    return (
      <span className="gl-clock gl-clock-grey">
        <PauseCircleOutlined aria-hidden /> {t("clock.suspended")}
      </span>
    );
  if (deadline === undefined) return <span className="gl-clock gl-clock-none">{t("clock.none")}</span>;
  return (
    <Tooltip title={<Ledger deadline={deadline} />}>
      <span className={`gl-clock gl-clock-${deadline.light}`}>
        {icons[deadline.light]} {say(deadline.words)}
      </span>
    </Tooltip>
  );
}

function Ledger({ deadline }: { readonly deadline: Deadline }) {
  const { t } = useTranslation("desk");
  return (
    <span className="gl-ledger">
      <span>{t(`light.${deadline.light}`)}</span>
      {deadline.limit !== undefined && (
        <span>
          {t("clock.limit")} {deadline.limit.value} {t(`clocks.${deadline.limit.clock}`)}
        </span>
      )}
      <span>
        {t("clock.due")} {sayMoment(deadline.dueAt)}
      </span>
      {deadline.percent !== undefined && <span>{t("clock.used", { percent: Math.round(deadline.percent) })}</span>}
    </span>
  );
}
