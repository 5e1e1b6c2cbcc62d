/** What others wrote on this case before, folded; each in the form version in which it was filled. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseDetail, Submission } from "../../../server/contract/types.ts";
import { sayWhen } from "../../app/dates.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { currentLanguage, say } from "../../app/i18n.ts";
import { recordsOf } from "../../app/last-record.ts";
import { useNow } from "../../app/now.ts";
import { FormFacts } from "../../ui/form-facts.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useFormContext } from "../parts/use-form-context.ts";
import { useFormVersion } from "../queries.ts";

interface RecordProps {
  readonly record: Submission;
  readonly street: string;
}

function RecordFacts({ record, street }: RecordProps) {
  const { t } = useTranslation("fill");
  const form = useFormVersion(record.form, record.formVersion, street);
  const context = useFormContext(street);
  if (form.isError) return <FailureNote error={form.error} onRetry={() => void form.refetch()} />;
  if (form.data === undefined) return <Skeleton label={t("loading")} lines={3} />;
  return <FormFacts form={form.data} data={record.data} language={currentLanguage()} context={context} />;
}

function Record({ record, street, isLast }: RecordProps & { readonly isLast: boolean }) {
  const now = useNow();
  // Whoever checks or does it again reads what was written last without looking for it.
  const [isOpen, setIsOpen] = useState(isLast);
  return (
    <details className="g-card m-fold" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <strong>{record.taskName ?? say(record.formTitle)}</strong>
        <span className="g-small g-muted">
          {record.by.name} · {sayWhen(record.at, now)}
        </span>
      </summary>
      {isOpen && <RecordFacts record={record} street={street} />}
    </details>
  );
}

export function EarlierRecords({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("fill");
  const records = recordsOf(detail);
  if (records.length === 0) return null;
  const last = records.at(-1);
  return (
    <section className="m-stack" aria-label={t("task.earlier")}>
      <h2 className="m-heading">{t("task.earlier")}</h2>
      {records.map((record) => (
        <Record key={record.id} record={record} street={detail.summary.street} isLast={record.id === last?.id} />
      ))}
    </section>
  );
}
