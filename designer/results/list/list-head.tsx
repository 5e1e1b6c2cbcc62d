/** What a list is of: the figure, its unit and month, and how it is computed. */
import { useTranslation } from "react-i18next";
import type { FigureCases } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { BackButton } from "../../desk/parts/back-button.tsx";
import { sayMonth } from "../words.ts";

interface ListHeadProps {
  readonly of: Pick<FigureCases, "unit" | "month" | "indicator" | "of">;
  readonly count: string;
  readonly back: string;
  /** What it is counted out of, rather than what counts. */
  readonly isWhole: boolean;
}

export function ListHead({ of, count, back, isWhole }: ListHeadProps) {
  const { t } = useTranslation("results");
  const where = [say(of.unit.title), say(of.of), sayMonth(t, of.month)].filter((words) => words !== "");
  return (
    <header className="rs-list-head">
      <BackButton fallback={back} words={t("list.back")} />
      <div>
        <h1>
          {say(of.indicator.title)} <span className="gl-quiet">{where.join(" · ")}</span>
        </h1>
        <p className="gl-quiet">
          <b role="status">{count}</b> ·{" "}
          {of.indicator.over === "case" && `${t(isWhole ? "list.of" : "list.counted")} · `}
          {say(of.indicator.formula)}
        </p>
      </div>
    </header>
  );
}
