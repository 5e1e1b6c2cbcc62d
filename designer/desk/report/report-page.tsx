/** 新建上报: what comes by telephone or in person is registered with the same form as on the phone, with an address in place of a scan. */
import { CheckOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Result, Select, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Form, SubmissionAccepted, SubmissionRequest } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { currentLanguage, say } from "../../app/i18n.ts";
import { FormView } from "../../ui/form-view.tsx";
import type { FormData } from "../../ui/form/environment.tsx";
import { factsOf } from "../../ui/form/special-fields.ts";
import { ConflictNote } from "../case/conflict-note.tsx";
import { useWorkStreet } from "../frame/street-scope.tsx";
import { Failure } from "../parts/failure.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { Nothing } from "../parts/nothing.tsx";
import { useCasesChanged, useForms, useMatters } from "../parts/queries.ts";
import { useFormContext } from "../parts/use-form-context.ts";
import "./report.css";

export function ReportPage() {
  const { t } = useTranslation("desk");
  useEffect(() => {
    document.title = `${t("report.title")} · ${t("frame.brand")}`;
  }, [t]);
  return (
    <div className="gl-report">
      <header>
        <h1>{t("report.title")}</h1>
        <p className="gl-quiet">{t("report.means")}</p>
      </header>
      <ChooseForm />
    </div>
  );
}

/** Report forms are those that the catalogue's matters name; with one there is nothing to choose. */
function ChooseForm() {
  const { t } = useTranslation("desk");
  const street = useWorkStreet();
  const matters = useMatters(street);
  const forms = useForms(street);
  const [chosen, setChosen] = useState<string>();
  if (matters.isPending || forms.isPending) return <Skeleton active />;
  if (matters.isError) return <Failure error={matters.error} retry={() => void matters.refetch()} />;
  if (forms.isError) return <Failure error={forms.error} retry={() => void forms.refetch()} />;
  const keys = new Set(matters.data.map((matter) => matter.reportForm));
  const reportForms = forms.data.filter((form) => keys.has(form.key));
  const key = chosen ?? reportForms[0]?.key;
  if (key === undefined) return <Nothing words={t("report.none")} hint={t("report.noneHint")} />;
  return (
    <>
      {reportForms.length > 1 && (
        <Select
          aria-label={t("report.form")}
          value={key}
          onChange={setChosen}
          options={reportForms.map((form) => ({ value: form.key, label: say(form.title) }))}
        />
      )}
      <ReportForm key={`${street}${key}`} street={street} formKey={key} />
    </>
  );
}

interface ReportFormProps {
  readonly street: string;
  readonly formKey: string;
}

function ReportForm({ street, formKey }: ReportFormProps) {
  const form = useQuery({
    queryKey: ["form", formKey, "current", street],
    staleTime: 60_000,
    queryFn: () => api.get<Form>(`/forms/${encodeURIComponent(formKey)}?street=${encodeURIComponent(street)}`),
  });
  if (form.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (form.isError) return <Failure error={form.error} retry={() => void form.refetch()} />;
  return <OpenReport form={form.data} street={street} />;
}

function OpenReport({ form, street }: { readonly form: Form; readonly street: string }) {
  const { t } = useTranslation("desk");
  const [data, setData] = useState<FormData>({});
  const context = useFormContext(street, `desk:${street}:${form.key}`);
  const casesChanged = useCasesChanged();
  const send = useMutation({
    mutationFn: (request: SubmissionRequest) => api.post<SubmissionAccepted>("/submissions", request, request.id),
    onSuccess: () => casesChanged(),
  });
  if (send.data !== undefined)
    return (
      <Sent
        accepted={send.data}
        another={() => {
          setData({});
          send.reset();
        }}
      />
    );
  return (
    <div className="gl-card">
      <FormView
        form={form}
        data={data}
        onChange={setData}
        onSubmit={async (filled, { submissionId }) => {
          await send.mutateAsync(requestOf(form, filled, submissionId));
        }}
        language={currentLanguage()}
        context={context}
        actions={
          <Button
            type="primary"
            htmlType="submit"
            size="large"
            icon={<CheckOutlined aria-hidden />}
            loading={send.isPending}
          >
            {t("work.submit")}
          </Button>
        }
      />
      {send.isError && <ConflictNote error={send.error} reload={() => send.reset()} />}
    </div>
  );
}

/** Matter, place and point are inside the filled form; place and point are also said beside it (contract). */
function requestOf(form: Form, filled: FormData, id: string): SubmissionRequest {
  const { placeCode, position } = factsOf(form, filled);
  return {
    id,
    form: form.key,
    formVersion: form.version,
    data: filled,
    deviceTime: new Date().toISOString(),
    ...(placeCode === undefined ? {} : { placeCode }),
    ...(position === undefined ? {} : { position }),
  };
}

interface SentProps {
  readonly accepted: SubmissionAccepted;
  readonly another: () => void;
}

function Sent({ accepted, another }: SentProps) {
  const { t } = useTranslation("desk");
  const of = accepted.case;
  return (
    <Result
      status="success"
      title={of === undefined ? t("report.sentPlain") : t("report.sent", { number: of.number })}
      subTitle={
        of === undefined
          ? undefined
          : t(of.leadTitle === undefined ? "done.now" : "done.nowAt", {
              number: of.number,
              state: say(of.stateTitle),
              lead: say(of.leadTitle),
            })
      }
      extra={
        <>
          {of !== undefined && (
            <LinkButton key="open" type="primary" to={`/desk/case/${of.id}`}>
              {t("report.open")}
            </LinkButton>
          )}
          <Button key="another" onClick={another}>
            {t("report.another")}
          </Button>
        </>
      }
    />
  );
}
