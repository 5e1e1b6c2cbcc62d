/** Problems of a definition, each with its place; choosing one points at the element. Both languages, for whoever repairs it. */
import { CloseCircleFilled, WarningFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../server/contract/types.ts";
import { currentLanguage } from "../app/i18n.ts";

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly focus?: string | undefined;
  readonly point?: (elementId: string) => void;
}

export const isError = (problem: Problem): boolean => problem.severity !== "warning";

export function ProblemList({ problems, focus, point }: ProblemListProps) {
  const { t } = useTranslation("admin");
  const sorted = [...problems].sort((a, b) => Number(isError(b)) - Number(isError(a)));
  return (
    <div className="gl-decision-scroll" tabIndex={0} role="group" aria-label={t("problem.title")}>
      <table className="gl-problems">
        <thead>
          <tr>
            <th scope="col">{t("problem.severity")}</th>
            <th scope="col">{t("problem.words")}</th>
            <th scope="col">{t("problem.place")}</th>
            <th scope="col">{t("problem.code")}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((problem, at) => (
            <tr
              key={`${problem.code}${problem.elementId ?? ""}${problem.path ?? ""}${String(at)}`}
              aria-current={problem.elementId !== undefined && problem.elementId === focus ? "true" : undefined}
            >
              <td>
                <Severity problem={problem} />
              </td>
              <td>
                <BothLanguages problem={problem} />
              </td>
              <td>
                <Place problem={problem} point={point} />
              </td>
              <td>
                <code>{problem.code}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Severity({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation("admin");
  return isError(problem) ? (
    <span className="gl-clock gl-clock-red">
      <CloseCircleFilled aria-hidden /> {t("problem.error")}
    </span>
  ) : (
    <span className="gl-clock gl-clock-yellow">
      <WarningFilled aria-hidden /> {t("problem.warning")}
    </span>
  );
}

function BothLanguages({ problem }: { readonly problem: Problem }) {
  const [first, second] = currentLanguage() === "en" ? [problem.en, problem.zh] : [problem.zh, problem.en];
  const secondLanguage = currentLanguage() === "en" ? "zh-CN" : "en";
  return (
    <>
      {first}
      <small className="gl-quiet" lang={secondLanguage}>
        {second}
      </small>
    </>
  );
}

function Place({ problem, point }: { readonly problem: Problem; readonly point: ProblemListProps["point"] }) {
  const { t } = useTranslation("admin");
  const { elementId, path } = problem;
  if (elementId === undefined) return <code>{path ?? ""}</code>;
  if (point === undefined) return <code>{elementId}</code>;
  return (
    <button type="button" className="gl-as-link" title={t("problem.point")} onClick={() => point(elementId)}>
      {elementId}
    </button>
  );
}
