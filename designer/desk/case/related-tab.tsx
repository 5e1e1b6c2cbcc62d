/** 关联: cases at the same address. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CaseSummary } from "../../../server/contract/types.ts";
import { sayWhen } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";
import { ClockWords } from "../parts/clock-words.tsx";

export function RelatedTab({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const { t } = useTranslation("desk");
  const now = useNow();
  return (
    <>
      <p className="gl-quiet">{t("related.means")}</p>
      <ul className="gl-related">
        {cases.map((each) => (
          <li key={each.id}>
            <Link to={`/desk/case/${each.id}`}>{each.number}</Link>
            <span>{each.title}</span>
            <span className="gl-state">{say(each.stateTitle)}</span>
            <ClockWords deadline={each.deadline} of={each} />
            <small>{sayWhen(each.openedAt, now)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
