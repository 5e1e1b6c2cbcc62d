/** A form on a phone: filled in for trial, checked as in earnest, never sent. */
import { useQuery } from "@tanstack/react-query";
import { App, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DefinitionDetail, Form } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { currentLanguage, say } from "../../app/i18n.ts";
import { useWorkStreet } from "../../desk/frame/street-scope.tsx";
import { Failure } from "../../desk/parts/failure.tsx";
import { useUnits } from "../../desk/parts/queries.ts";
import { useFormContext } from "../../desk/parts/use-form-context.ts";
import { FormView } from "../../ui/form-view.tsx";
import type { FormData } from "../../ui/form/environment.tsx";

/** A street's form is shown as in that street; the city's as in the street one works for. */
function useStreetOf(pack: string): string {
  const own = useWorkStreet();
  const units = useUnits();
  return units.data?.some((unit) => unit.kind === "street" && unit.code === pack) === true ? pack : own;
}

export function FormPreview({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation("admin");
  const street = useStreetOf(detail.summary.pack);
  const { key, version } = detail.summary;
  const form = useQuery({
    queryKey: ["form", key, version, street],
    queryFn: () =>
      api.get<Form>(
        `/forms/${encodeURIComponent(key)}/versions/${String(version)}?street=${encodeURIComponent(street)}`,
      ),
  });
  if (form.isPending) return <Skeleton active />;
  if (form.isError) return <Failure error={form.error} retry={() => void form.refetch()} />;
  return (
    <>
      <p className="gl-quiet gl-phone-means">{t("form.means")}</p>
      <div className="gl-phone" role="group" aria-label={t("form.phone")} tabIndex={0}>
        <div className="gl-phone-body">
          <h2>{say(form.data.title)}</h2>
          <Trial form={form.data} street={street} />
        </div>
      </div>
    </>
  );
}

function Trial({ form, street }: { readonly form: Form; readonly street: string }) {
  const { t } = useTranslation("admin");
  const { message } = App.useApp();
  const [data, setData] = useState<FormData>({});
  const context = useFormContext(street);
  return (
    <FormView
      form={form}
      data={data}
      onChange={setData}
      onSubmit={() => void message.success(t("form.checked"))}
      language={currentLanguage()}
      context={context}
      submitLabel={t("form.check")}
    />
  );
}
