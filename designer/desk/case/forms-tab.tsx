/** 表单: every submission of the case in its own form version, newest first. */
import { useTranslation } from "react-i18next";
import type { CaseDetail } from "../../../server/contract/types.ts";
import { Nothing } from "../parts/nothing.tsx";
import { SubmissionCard } from "../parts/submission-card.tsx";

export function FormsTab({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("desk");
  if (detail.submissions.length === 0) return <Nothing words={t("forms.none")} />;
  const sorted = [...detail.submissions].sort((a, b) => b.at.localeCompare(a.at));
  return sorted.map((submission) => (
    <SubmissionCard key={submission.id} submission={submission} street={detail.summary.street} />
  ));
}
