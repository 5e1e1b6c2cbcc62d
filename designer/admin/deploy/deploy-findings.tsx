/** The outcome of a check: a list of problems, and for a flow its diagram with the elements marked. */
import { Alert } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeployResult } from "../../../server/contract/types.ts";
import { DiagramView } from "../../flow/diagram-view.tsx";
import { DecisionTable } from "../detail/decision-table.tsx";
import { isError, ProblemList } from "../problem-list.tsx";
import type { DeployKind } from "./deploy-kind.ts";

interface DeployFindingsProps {
  readonly found: DeployResult;
  readonly kind: DeployKind | undefined;
  readonly content: string;
}

export function DeployFindings({ found, kind, content }: DeployFindingsProps) {
  const { t } = useTranslation("admin");
  const [focus, setFocus] = useState<string>();
  const errors = found.problems.filter(isError).length;
  const marks = useMemo(
    () => ({
      problems: found.problems.flatMap((problem) =>
        problem.elementId === undefined
          ? []
          : [{ elementId: problem.elementId, severity: problem.severity ?? ("error" as const) }],
      ),
      ...(focus === undefined ? {} : { focus }),
    }),
    [found, focus],
  );
  return (
    <section className="gl-findings" aria-live="polite">
      {found.deployed ? (
        <Alert type="success" showIcon title={t("deploy.done", { key: found.key, version: found.version })} />
      ) : errors > 0 ? (
        <Alert type="error" showIcon title={t("deploy.errors", { count: errors })} />
      ) : (
        <Alert
          type="success"
          showIcon
          title={t(found.problems.length === 0 ? "deploy.clean" : "deploy.onlyWarnings", {
            count: found.problems.length,
          })}
        />
      )}
      {found.problems.length > 0 && <ProblemList problems={found.problems} focus={focus} point={setFocus} />}
      {kind === "process" && (
        <DiagramView xml={content} label={t("deploy.diagram")} marks={marks} height={420} onSelect={setFocus} />
      )}
      {kind === "decision" && <DecisionTable xml={content} />}
    </section>
  );
}
