/** One submission to read, in the form version in which it was filled. */
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import type { Submission } from "../../../server/contract/types.ts";
import { sayMoment } from "../../app/dates.ts";
import { currentLanguage, say } from "../../app/i18n.ts";
import { FormFacts } from "../../ui/form-facts.tsx";
import { Failure } from "./failure.tsx";
import { useSayStep } from "./use-say-step.ts";
import { useFormContext } from "./use-form-context.ts";
import { useFormVersion } from "./use-form-version.ts";

interface SubmissionCardProps {
  readonly submission: Submission;
  readonly street: string;
}

export function SubmissionCard({ submission, street }: SubmissionCardProps) {
  const { t } = useTranslation("desk");
  const form = useFormVersion(submission.form, submission.formVersion, street);
  const sayStep = useSayStep();
  const context = useFormContext(street);
  return (
    <section className="gl-card">
      <header>
        <h2>{submission.taskName === undefined ? say(submission.formTitle) : sayStep(submission.taskName)}</h2>
        <span className="gl-quiet">
          {t("forms.by", { name: submission.by.name, when: sayMoment(submission.at) })} ·{" "}
          {t("forms.version", { version: submission.formVersion })}
        </span>
      </header>
      {form.isPending && <Skeleton active />}
      {form.isError && <Failure error={form.error} retry={() => void form.refetch()} />}
      {form.data !== undefined && (
        <FormFacts form={form.data} data={submission.data} language={currentLanguage()} context={context} />
      )}
    </section>
  );
}
