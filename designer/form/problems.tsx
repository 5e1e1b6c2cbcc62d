/** What stands against publishing, each leading to its field. */
import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from "@ant-design/icons";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../engine/model/problem.ts";
import { currentLanguage } from "../app/i18n.ts";
import { checkForm, fieldOfProblem } from "./model/check-form.ts";
import type { FormContent } from "./model/fields.ts";
import type { Designer } from "./session/use-designer.ts";

export const isFault = (problem: Problem): boolean => problem.severity !== "warning";

/** Ours first, then what the server says of other places: what both say is said once, in our words. */
export function joined(own: readonly Problem[], server: readonly Problem[], content: FormContent): readonly Problem[] {
  const placeOf = (problem: Problem) =>
    fieldOfProblem(problem, content) ?? ((problem.path ?? "").endsWith("/title") ? "" : problem.code);
  const told = new Set(own.filter(isFault).map((problem) => fieldOfProblem(problem, content) ?? ""));
  const others = server.filter((problem) => !told.has(placeOf(problem)));
  return [...own, ...others].toSorted((a, b) => Number(isFault(b)) - Number(isFault(a)));
}

export function useProblems({ content, saved }: Designer): readonly Problem[] {
  return useMemo(() => joined(checkForm(content), saved.draft.problems, content), [content, saved]);
}

interface ProblemsProps {
  readonly designer: Designer;
  readonly problems: readonly Problem[];
}

export function Problems({ designer, problems }: ProblemsProps) {
  const { t } = useTranslation("form");
  if (problems.length === 0)
    return (
      <p className="fd-problem">
        <CheckCircleFilled className="fd-fine" aria-hidden /> {t("problems.none")}
      </p>
    );
  return (
    <ul className="fd-problems">
      {problems.map((problem, at) => {
        const field = fieldOfProblem(problem, designer.content);
        return (
          <li key={`${problem.code} ${field ?? ""} ${String(at)}`}>
            <ProblemLine problem={problem} />
            {field !== undefined && (
              <button
                type="button"
                className="gl-as-link"
                onClick={() => designer.select({ kind: "field", id: field })}
              >
                {t("problems.goTo")}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export function ProblemLine({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation("form");
  return (
    <span className="fd-problem">
      {isFault(problem) ? (
        <CloseCircleFilled className="fd-fault" aria-label={t("problems.error")} />
      ) : (
        <WarningFilled className="fd-warning" aria-label={t("problems.warning")} />
      )}{" "}
      {currentLanguage() === "en" ? problem.en : problem.zh}
    </span>
  );
}
