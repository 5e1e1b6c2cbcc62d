/** The form on a phone, to fill in for real: the server's own validator gives the verdict, nothing is sent. */
import { Alert, App, Skeleton } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage, say } from "../app/i18n.ts";
import { useFormContext } from "../desk/parts/use-form-context.ts";
import { FormView } from "../ui/form-view.tsx";
import type { FormData } from "../ui/form/environment.tsx";
import { shownForm } from "./canvas/field-look.tsx";
import type { Designer } from "./session/use-designer.ts";

export function Preview({ designer, street }: { readonly designer: Designer; readonly street: string }) {
  const { t } = useTranslation("form");
  const { message } = App.useApp();
  const { saved } = designer;
  const [data, setData] = useState<FormData>({});
  const context = useFormContext(street);
  const url = saved.draft.validatorUrl;
  // What is shown and what judges it belong together: both are those of the last save.
  const form = useMemo(
    () => ({ ...shownForm(saved.content, street), hash: url ?? "", validatorUrl: url ?? "" }),
    [saved.content, street, url],
  );
  return (
    <section className="fd-preview" aria-label={t("preview.phone")}>
      <p className="gl-quiet gl-phone-means">{t("preview.means")}</p>
      {designer.saving.kind === "saving" && url === undefined && <Skeleton active />}
      {url === undefined ? (
        <Alert type="warning" showIcon title={t("preview.waiting")} />
      ) : (
        <div className="gl-phone" role="group" aria-label={t("preview.phone")} tabIndex={0}>
          <div className="gl-phone-body">
            <h2>{say(form.title)}</h2>
            <FormView
              key={url}
              form={form}
              data={data}
              onChange={setData}
              onSubmit={() => void message.success(t("preview.checked"))}
              language={currentLanguage()}
              context={context}
              submitLabel={t("preview.check")}
            />
          </div>
        </div>
      )}
    </section>
  );
}
