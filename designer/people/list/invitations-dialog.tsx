/** Codes for many at once: asked first, then told once, as a list, an Excel file and slips to cut out. */
import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Modal, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Invitations, InvitationsWish, InvitedPerson } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { dayOf } from "../../app/dates.ts";
import { currentLanguage, say } from "../../app/i18n.ts";
import { FailureLine } from "../parts/failure-line.tsx";
import { saveFile } from "../parts/save-file.ts";
import { queryOf, useRefresh } from "../queries.ts";
import { InvitationSlips } from "./invitation-slips.tsx";

/** Either the people that an import has added, or everybody without a password whom the list shows. */
export type Invitees =
  | { readonly people: readonly string[] }
  | { readonly filter: Readonly<Record<string, string>>; readonly count: number };

interface InvitationsDialogProps {
  readonly invitees: Invitees;
  readonly close: () => void;
}

export function InvitationsDialog({ invitees, close }: InvitationsDialogProps) {
  const { t } = useTranslation("people");
  const refresh = useRefresh();
  const isNamed = "people" in invitees;
  const count = isNamed ? invitees.people.length : invitees.count;
  const invite = useMutation({
    mutationFn: () => {
      const body: InvitationsWish = isNamed ? { people: [...invitees.people] } : {};
      return api.post<Invitations>(`/people-invitations${isNamed ? "" : queryOf(invitees.filter)}`, body);
    },
    onSuccess: () => refresh(),
  });
  if (invite.data !== undefined) return <Told told={invite.data} close={close} />;
  return (
    <Modal
      open
      title={t(isNamed ? "codes.forNew" : "codes.title", { count })}
      okText={t("codes.make", { count })}
      cancelText={t("person.cancel")}
      confirmLoading={invite.isPending}
      okButtonProps={{ disabled: count === 0 }}
      onOk={() => invite.mutate()}
      onCancel={close}
    >
      <FailureLine error={invite.error} />
      <p>{t("codes.what", { count })}</p>
      <ul className="gl-codes-notes">
        <li>{t("codes.login")}</li>
        <li>{t("codes.again")}</li>
        <li>{t("codes.once")}</li>
      </ul>
    </Modal>
  );
}

/** Base64 to a file for the browser's downloads. */
function fileOf(sheet: string, name: string) {
  const bytes = Uint8Array.from(atob(sheet), (sign) => sign.codePointAt(0) ?? 0);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { blob: new Blob([bytes], { type }), name };
}

function Told({ told, close }: { readonly told: Invitations; readonly close: () => void }) {
  const { t } = useTranslation("people");
  const { items, skipped, sheet } = told;
  const none = items.length === 0;
  return (
    <Modal
      open
      width={760}
      title={t("codes.told", { count: items.length })}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        <div className="gl-codes-acts">
          <Button onClick={close}>{t("person.close")}</Button>
          <Button disabled={none} icon={<PrinterOutlined aria-hidden />} onClick={() => globalThis.print()}>
            {t("codes.print")}
          </Button>
          <Button
            type="primary"
            disabled={none}
            icon={<DownloadOutlined aria-hidden />}
            onClick={() => saveFile(fileOf(sheet, `${t("codes.file")}.xlsx`))}
          >
            {t("codes.download")}
          </Button>
        </div>
      }
    >
      {!none && <Alert type="warning" showIcon title={t("codes.once")} />}
      {skipped.length > 0 && <Skipped skipped={skipped} />}
      <Table<InvitedPerson>
        className="gl-codes-table"
        size="small"
        rowKey="id"
        dataSource={items}
        pagination={items.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
        scroll={{ x: 700, y: 320 }}
        locale={{ emptyText: t("codes.nobody") }}
        columns={[
          { title: t("person.name"), dataIndex: "name", width: 90 },
          { title: t("login.code"), width: 190, render: (_, each) => <code>{each.code}</code> },
          { title: t("login.name"), dataIndex: "login", width: 130 },
          { title: t("post.current"), width: 200, render: (_, each) => each.posts.map((post) => say(post)).join("；") },
          { title: t("codes.until"), width: 110, render: (_, each) => dayOf(each.until) },
        ]}
      />
      <InvitationSlips items={items} />
    </Modal>
  );
}

function Skipped({ skipped }: Pick<Invitations, "skipped">) {
  const { t } = useTranslation("people");
  const english = currentLanguage() === "en";
  return (
    <details className="gl-codes-skipped">
      <summary>{t("codes.skipped", { count: skipped.length })}</summary>
      <ul>
        {skipped.map(({ id, name, problem }) => (
          <li key={id}>
            {name} <span className="gl-quiet">{english ? problem.en : problem.zh}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
