/** Number, matter, place, state, clock, cards and the commands: what one wants to know before reading on. */
import { EnvironmentOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { CaseDetail } from "../../../server/contract/types.ts";
import { sayMoment } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { CaseMarks } from "../parts/case-marks.tsx";
import { ClockWords } from "../parts/clock-words.tsx";
import { BackButton } from "../parts/back-button.tsx";
import { CommandBar } from "./command-bar.tsx";
import { allowedOnCase } from "./commands.ts";

export function CaseHeader({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("desk");
  const of = detail.summary;
  return (
    <header className="gl-case-head">
      <BackButton fallback="/desk" words={t("case.back")} />
      <div className="gl-case-name">
        <h1>{of.title}</h1>
        <p className="gl-case-line">
          <span className="gl-number">{of.number}</span>
          <span className="gl-state">{say(of.stateTitle)}</span>
          <ClockWords deadline={of.deadline} of={of} />
          <CaseMarks of={of} />
        </p>
        <p className="gl-case-line gl-quiet">
          <span>
            <EnvironmentOutlined aria-hidden /> {of.address}
          </span>
          <span>
            {say(of.streetTitle)}
            {of.grid !== of.street && ` · ${say(of.gridTitle)}`}
          </span>
          <span>
            {t("case.level")} {say(of.levelTitle)}
          </span>
          {of.leadTitle !== undefined && (
            <span>
              {t("case.lead")} {say(of.leadTitle)}
            </span>
          )}
          <span>
            {t("case.opened")} {sayMoment(of.openedAt)}
          </span>
          {of.closedAt !== undefined && (
            <span>
              {t("case.closed")} {sayMoment(of.closedAt)}
            </span>
          )}
        </p>
      </div>
      <CommandBar specs={allowedOnCase(detail)} target={{ detail }} />
    </header>
  );
}
