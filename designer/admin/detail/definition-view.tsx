/** A definition drawn as what it is: diagram, decision table, form on a phone, or tables of its items. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DefinitionDetail } from "../../../server/contract/types.ts";
import { DiagramView } from "../../flow/diagram-view.tsx";
import type { DiagramMarks } from "../../flow/diagram-marks.ts";
import { titleOf } from "../queries.ts";
import { DecisionTable } from "./decision-table.tsx";
import { FormPreview } from "./form-preview.tsx";
import { JsonView } from "./json-view.tsx";

export function DefinitionView({ detail }: { readonly detail: DefinitionDetail }) {
  switch (detail.summary.kind) {
    case "process":
      return <ProcessView detail={detail} />;
    case "decision":
      return <DecisionTable xml={detail.content} />;
    case "form":
      return <FormPreview detail={detail} />;
    default:
      return <JsonView content={detail.content} />;
  }
}

function ProcessView({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation("admin");
  const marks = useMemo<DiagramMarks>(
    () => ({
      problems: detail.problems.flatMap((problem) =>
        problem.elementId === undefined
          ? []
          : [{ elementId: problem.elementId, severity: problem.severity ?? ("error" as const) }],
      ),
    }),
    [detail.problems],
  );
  return (
    <DiagramView
      xml={detail.content}
      label={t("detail.diagram", { title: titleOf(detail.summary) })}
      marks={marks}
      height={560}
    />
  );
}
