/** Any form of the street: filled in, kept on the device, sent; afterwards what happened and to whom it went. */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import type { Form, SubmissionAccepted, SubmissionRequest } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { currentLanguage, say } from "../../app/i18n.ts";
import { InsecureBanner } from "../../app/insecure-banner.tsx";
import { FormView } from "../../ui/form-view.tsx";
import type { FormData } from "../../ui/form/environment.tsx";
import { factsOf, findWidget } from "../../ui/form/special-fields.ts";
import { dropDraft } from "../../ui/form/submission-drafts.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Page } from "../parts/page.tsx";
import { useFormContext } from "../parts/use-form-context.ts";
import { useAfterCommand, useForm, useStreet } from "../queries.ts";
import { SendFailure } from "./send-failure.tsx";
import { Sent } from "./sent.tsx";
import { useResend } from "./use-resend.ts";

interface FillingProps {
  readonly form: Form;
  readonly placeCode: string;
  readonly onAccepted: (accepted: SubmissionAccepted) => void;
}

function requestOf(form: Form, id: string, data: FormData): SubmissionRequest {
  const { placeCode, position } = factsOf(form, data);
  return {
    id,
    form: form.key,
    formVersion: form.version,
    data: { ...data },
    deviceTime: new Date().toISOString(),
    ...(placeCode === undefined ? {} : { placeCode }),
    ...(position === undefined ? {} : { position }),
  };
}

function Filling({ form, placeCode, onAccepted }: FillingProps) {
  const { t } = useTranslation("fill");
  const formId = useId();
  const [data, setData] = useState<FormData>({});
  const [turn, setTurn] = useState(0);
  const context = useFormContext(form.street, { draft: `${form.street}/${form.key}`, placeCode });
  const afterCommand = useAfterCommand();
  const resend = useResend(formId);
  const send = resend.guard(async (filled: FormData, submissionId: string) => {
    const accepted = await api.post<SubmissionAccepted>("/submissions", requestOf(form, submissionId, filled));
    onAccepted(accepted);
    await afterCommand();
  });
  const startNew = async () => {
    if (context.draftKey !== undefined) await dropDraft(context.draftKey).catch(() => undefined);
    resend.forget();
    setData({});
    setTurn(turn + 1);
  };
  const isReport = findWidget(form, "matter") !== undefined;
  return (
    <>
      <InsecureBanner folded />
      <FormView
        key={turn}
        form={form}
        formId={formId}
        data={data}
        onChange={(next) => {
          setData(next);
          resend.changed();
        }}
        onSubmit={(filled, { submissionId }) => send(filled, submissionId)}
        language={currentLanguage()}
        context={context}
        submitLabel={isReport ? t("form.report") : t("form.send")}
        busyLabel={resend.isWaiting ? t("form.waiting") : t("form.sending")}
      />
      <SendFailure resend={resend} onStartNew={() => void startNew()} />
    </>
  );
}

export function FormPage() {
  const { t } = useTranslation("fill");
  const { key = "" } = useParams();
  const [search] = useSearchParams();
  const street = useStreet();
  const form = useForm(key, street);
  const [accepted, setAccepted] = useState<SubmissionAccepted>();
  if (accepted !== undefined && form.data !== undefined)
    return <Sent form={form.data} accepted={accepted} onAgain={() => setAccepted(undefined)} />;
  return (
    <Page title={form.data === undefined ? t("loading") : say(form.data.title)} back="/m">
      {form.isPending && <Skeleton label={t("loading")} lines={4} tall />}
      {form.isError && <FailureNote error={form.error} onRetry={() => void form.refetch()} />}
      {form.data !== undefined && (
        <Filling key={form.data.hash} form={form.data} placeCode={search.get("place") ?? ""} onAccepted={setAccepted} />
      )}
    </Page>
  );
}
