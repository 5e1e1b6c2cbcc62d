/** 停用: first what still hangs on the unit, each with the way to where it is settled; then what closing means. */
import { App, Form, Input, Modal, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Problem, UnitChanged, UnitClosing, UnitDetail } from "../../../server/contract/types.ts";
import { currentLanguage, say } from "../../app/i18n.ts";
import { Failure } from "../../desk/parts/failure.tsx";
import { FailureLine } from "../parts/failure-line.tsx";
import { useChange, useUnit } from "../queries.ts";

interface CloseUnitDialogProps {
  readonly code: string;
  readonly close: () => void;
}

export function CloseUnitDialog({ code, close }: CloseUnitDialogProps) {
  const { t } = useTranslation("people");
  const unit = useUnit(code);
  if (unit.data !== undefined) return <Closing detail={unit.data} close={close} />;
  return (
    <Modal open title={t("unitPage.close")} footer={null} onCancel={close}>
      {unit.isError ? <Failure error={unit.error} retry={() => void unit.refetch()} /> : <Skeleton active />}
    </Modal>
  );
}

function Closing({ detail, close }: { readonly detail: UnitDetail; readonly close: () => void }) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const { unit, ties, revision } = detail;
  const [note, setNote] = useState("");
  const closing = useChange<UnitClosing, UnitChanged>(() => `/organisation/units/${unit.code}/close`);
  const name = say(unit.title);
  const submit = () =>
    closing.mutate(
      { revision, note: note.trim() },
      {
        onSuccess: () => {
          void message.success(t("unitPage.closed", { unit: name }));
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={t("unitPage.closeTitle", { unit: name })}
      okText={t("unitPage.close")}
      cancelText={t("person.cancel")}
      okButtonProps={{ danger: true, disabled: ties.length > 0 }}
      confirmLoading={closing.isPending}
      onOk={submit}
      onCancel={close}
    >
      <FailureLine error={closing.error} />
      {ties.length > 0 ? (
        <>
          <p>{t("unitPage.tiesFirst")}</p>
          <ul className="gl-unit-ties">
            {ties.map((tie) => (
              <Tie key={tie.code} tie={tie} code={unit.code} />
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{t("unitPage.closeMeans")}</p>
          <Form layout="vertical" component="div">
            <Form.Item label={t("unitPage.note")} htmlFor="close-note" extra={t("unitPage.noteHelp")}>
              <Input id="close-note" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
            </Form.Item>
          </Form>
        </>
      )}
    </Modal>
  );
}

/** Where each kind of tie is settled. */
const ways: Readonly<Record<string, (code: string) => string>> = {
  UNIT_HAS_PEOPLE: (code) => `/admin/people?unit=${code}`,
  UNIT_HAS_GRIDS: () => "/admin/organisation?tab=map",
  UNIT_HAS_UNITS: () => "/admin/organisation",
  UNIT_IS_NAMED: () => "/admin/settings",
};

function Tie({ tie, code }: { readonly tie: Problem; readonly code: string }) {
  const { t } = useTranslation("people");
  const way = ways[tie.code];
  return (
    <li>
      <span>{currentLanguage() === "en" ? tie.en : tie.zh}</span>
      {way !== undefined && <Link to={way(code)}>{t("unitPage.settle")}</Link>}
    </li>
  );
}
