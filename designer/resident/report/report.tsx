/** The report: the street's published form, the privacy notice before it, and one button. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Form, Position, ResidentPlace, ResidentReceipt } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { sayWhen } from "../../app/dates.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { currentLanguage, say } from "../../app/i18n.ts";
import { FormView } from "../../ui/form-view.tsx";
import type { FormContext, FormData } from "../../ui/form/environment.tsx";
import { factsOf } from "../../ui/form/special-fields.ts";
import { deviceToken, forgetSender, keepReceipt, senderToken } from "../device.ts";
import { reportServices } from "./report-services.ts";

interface ReportProps {
  readonly place: ResidentPlace;
  readonly matter: string;
  readonly onReceived: (receipt: ResidentReceipt) => void;
}

function Privacy({ place }: { readonly place: ResidentPlace }) {
  const { t } = useTranslation("resident");
  return (
    <details className="g-card r-privacy" open>
      <summary>{t("privacy")}</summary>
      <ul>
        {place.privacy.map((each) => (
          <li key={each["zh-CN"]}>{say(each)}</li>
        ))}
      </ul>
    </details>
  );
}

/** The matter was chosen on the tile: the form keeps it, but neither shows nor asks for it again. */
const withoutMatter = (form: Form): Form => ({
  ...form,
  uiSchema: { ...form.uiSchema, matter: { "ui:widget": "text" } },
});
const hidden = [{ path: "matter", right: "hidden" }] as const;

function requestOf(place: ResidentPlace, id: string, data: FormData): object {
  const position: Position | undefined = factsOf(place.form, data).position;
  return {
    ...{ id, code: place.code, formVersion: place.form.version, data: { ...data } },
    ...{ sender: senderToken(), device: deviceToken() },
    ...(position === undefined ? {} : { position }),
  };
}

export function Report({ place, matter, onReceived }: ReportProps) {
  const { t } = useTranslation("resident");
  const [data, setData] = useState<FormData>({ matter });
  const [failure, setFailure] = useState<unknown>();
  const form = useMemo(() => withoutMatter(place.form), [place.form]);
  const context = useMemo(
    (): FormContext => ({
      ...{ street: place.street, services: reportServices(place), draftKey: `resident/${place.code}/${matter}` },
      ...{ sayWhen: (at: string) => sayWhen(at, new Date()), now: () => place.now },
    }),
    [place, matter],
  );
  const send = async (filled: FormData, { submissionId }: { readonly submissionId: string }) => {
    setFailure(undefined);
    try {
      const request = requestOf(place, submissionId, { ...filled, matter });
      const receipt = await api.post<ResidentReceipt>("/resident/reports", request);
      keepReceipt(receipt);
      forgetSender();
      onReceived(receipt);
    } catch (error) {
      setFailure(error);
      throw error;
    }
  };
  return (
    <>
      <Privacy place={place} />
      <div className="g-card r-form">
        <FormView
          form={form}
          data={data}
          onChange={(next) => setData({ ...next, matter })}
          onSubmit={send}
          language={currentLanguage()}
          context={context}
          fieldRights={hidden}
          submitLabel={t("send")}
          busyLabel={t("sending")}
        />
      </div>
      {failure !== undefined && <FailureNote error={failure} />}
    </>
  );
}
