/** Name and telephone, and how much waits for the person. */
import { EditOutlined } from "@ant-design/icons";
import { App, Button, Card, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonChange, PersonDetail } from "../../../server/contract/types.ts";
import { FailureLine } from "../parts/failure-line.tsx";
import { useChange } from "../queries.ts";

export function FactsCard({ detail }: { readonly detail: PersonDetail }) {
  const { t } = useTranslation("people");
  const [editing, setEditing] = useState(false);
  const { person, openTasks, actions } = detail;
  const edit = actions.includes("change") && (
    <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
      {t("person.edit")}
    </Button>
  );
  return (
    <Card title={t("person.facts")} extra={edit}>
      <dl className="gl-person-facts">
        <dt>{t("person.name")}</dt>
        <dd>{person.name}</dd>
        <dt>{t("person.phone")}</dt>
        <dd>{person.workPhone ?? "—"}</dd>
        <dt>{t("person.open")}</dt>
        <dd>{t("person.openCount", { count: openTasks })}</dd>
      </dl>
      {editing && <EditDialog detail={detail} close={() => setEditing(false)} />}
    </Card>
  );
}

function EditDialog({ detail, close }: { readonly detail: PersonDetail; readonly close: () => void }) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const { id, name: before, workPhone = "" } = detail.person;
  const [name, setName] = useState(before);
  const [phone, setPhone] = useState(workPhone);
  const save = useChange<PersonChange, PersonDetail>(() => `/people/${encodeURIComponent(id)}`);
  const submit = () =>
    save.mutate(
      { name, revision: detail.revision, ...(phone.trim() === "" ? {} : { workPhone: phone.trim() }) },
      {
        onSuccess: () => {
          void message.success(t("person.saved"));
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={t("person.edit")}
      okText={t("person.save")}
      cancelText={t("person.cancel")}
      confirmLoading={save.isPending}
      onOk={submit}
      onCancel={close}
    >
      <Form layout="vertical" component="div">
        <FailureLine error={save.error} />
        <Form.Item label={t("person.name")} htmlFor="person-name" required>
          <Input id="person-name" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
        <Form.Item label={t("person.phone")} htmlFor="person-phone" extra={t("person.phoneHelp")}>
          <Input id="person-phone" maxLength={20} value={phone} onChange={(event) => setPhone(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
