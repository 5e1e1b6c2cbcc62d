/** Asks why, has the look recorded, then shows the number; closed, the page forgets it again. */
import { useMutation } from "@tanstack/react-query";
import { Alert, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { ContactReason, ResidentContact } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { dayOf } from "../../app/dates.ts";
import { FailureNote } from "../../app/failure-note.tsx";

interface ContactDialogProps {
  readonly caseId: string;
  readonly close: () => void;
}

export function ContactDialog({ caseId, close }: ContactDialogProps) {
  const { t } = useTranslation("deskResident");
  const [form] = Form.useForm<ContactReason>();
  const look = useMutation({
    mutationFn: (reason: ContactReason) =>
      api.post<ResidentContact>(`/cases/${encodeURIComponent(caseId)}/contact`, reason),
  });
  const shown = look.data;
  return (
    <Modal
      open
      title={t("lookTitle")}
      okText={t(shown === undefined ? "show" : "close")}
      okButtonProps={{ loading: look.isPending }}
      cancelText={t("close")}
      cancelButtonProps={{ hidden: shown !== undefined }}
      onOk={() => (shown === undefined ? form.submit() : close())}
      onCancel={close}
      mask={{ closable: false }}
    >
      <Alert type="info" showIcon title={t("means")} className="gl-means" />
      {shown === undefined ? (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(reason) => look.mutate(reason)}>
          <Form.Item
            name="reason"
            label={t("reason")}
            rules={[{ required: true, whitespace: true, min: 2, message: t("reasonNeeded") }]}
          >
            <Input.TextArea rows={2} maxLength={200} placeholder={t("reasonHint")} />
          </Form.Item>
        </Form>
      ) : (
        <p role="status">
          {t("phone")} <strong>{shown.phone}</strong> <small>{t("deleted", { day: dayOf(shown.deletedAt) })}</small>
        </p>
      )}
      {look.isError && <FailureNote error={look.error} />}
    </Modal>
  );
}
