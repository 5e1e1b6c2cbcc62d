/** The login: its state, a one-time code instead of any first password, lock and unlock. */
import { CopyOutlined } from "@ant-design/icons";
import { Alert, App, Button, Card, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoginInvitation, LoginState, LoginWish, PersonDetail } from "../../../server/contract/types.ts";
import { sayMoment } from "../../app/dates.ts";
import { FailureLine } from "../parts/failure-line.tsx";
import { LoginTag } from "../parts/login-tag.tsx";
import { useChange } from "../queries.ts";

export function LoginCard({ detail }: { readonly detail: PersonDetail }) {
  const { t } = useTranslation("people");
  const [inviting, setInviting] = useState(false);
  const { person, actions, invitedUntil, lockedUntil } = detail;
  const isNew = person.loginState !== "active";
  return (
    <Card title={t("login.title")}>
      <p>
        <LoginTag person={person} />
      </p>
      {invitedUntil !== undefined && <p className="gl-quiet">{t("login.until", { time: sayMoment(invitedUntil) })}</p>}
      {lockedUntil !== undefined && (
        <Alert type="warning" showIcon title={t("login.failures", { time: sayMoment(lockedUntil) })} />
      )}
      <div className="gl-person-buttons">
        {actions.includes("invite") && (
          <Button onClick={() => setInviting(true)}>{t(isNew ? "login.invite" : "login.reset")}</Button>
        )}
        <LockButton detail={detail} />
      </div>
      {inviting && <InviteDialog detail={detail} isNew={isNew} close={() => setInviting(false)} />}
    </Card>
  );
}

function LockButton({ detail }: { readonly detail: PersonDetail }) {
  const { t } = useTranslation("people");
  const { modal } = App.useApp();
  const { person, actions } = detail;
  const set = useChange<LoginState, PersonDetail>(() => `/people/${encodeURIComponent(person.id)}/login`);
  const ask = () =>
    modal.confirm({
      title: t("login.lock"),
      content: t("login.lockAsk", { name: person.name }),
      okText: t("login.lock"),
      cancelText: t("person.cancel"),
      onOk: () => set.mutateAsync({ state: "locked" }),
    });
  return (
    <>
      {actions.includes("lock") && (
        <Button danger loading={set.isPending} onClick={() => void ask()}>
          {t("login.lock")}
        </Button>
      )}
      {actions.includes("unlock") && (
        <Button loading={set.isPending} onClick={() => set.mutate({ state: "active" })}>
          {t("login.unlock")}
        </Button>
      )}
      <FailureLine error={set.error} />
    </>
  );
}

interface InviteDialogProps {
  readonly detail: PersonDetail;
  readonly isNew: boolean;
  readonly close: () => void;
}

function InviteDialog({ detail, isNew, close }: InviteDialogProps) {
  const { t } = useTranslation("people");
  const { person } = detail;
  const [login, setLogin] = useState(person.login ?? "");
  const invite = useChange<LoginWish, LoginInvitation>(() => `/people/${encodeURIComponent(person.id)}/invite`);
  const title = t(isNew ? "login.invite" : "login.reset");
  if (invite.data !== undefined) return <Invited invitation={invite.data} title={title} close={close} />;
  const submit = () => invite.mutate(login.trim() === "" ? {} : { login: login.trim() });
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t("person.cancel")}
      confirmLoading={invite.isPending}
      onOk={submit}
      onCancel={close}
    >
      <p>{t(isNew ? "login.inviteHelp" : "login.resetHelp")}</p>
      <FailureLine error={invite.error} />
      <Form layout="vertical" component="div">
        <Form.Item
          label={t("login.name")}
          htmlFor="login-name"
          extra={person.login === undefined ? t("person.loginHelp") : undefined}
        >
          <Input
            id="login-name"
            maxLength={32}
            autoComplete="off"
            disabled={person.login !== undefined}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface InvitedProps {
  readonly invitation: LoginInvitation;
  readonly title: string;
  readonly close: () => void;
}

function Invited({ invitation, title, close }: InvitedProps) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(invitation.link);
    void message.success(t("login.copied"));
  };
  return (
    <Modal open title={title} onCancel={close} footer={<Button onClick={close}>{t("person.close")}</Button>}>
      <Alert type="warning" showIcon title={t("login.once")} />
      <dl className="gl-person-facts gl-invitation">
        <dt>{t("login.name")}</dt>
        <dd>{invitation.login}</dd>
        <dt>{t("login.code")}</dt>
        <dd>
          <code>{invitation.code}</code>
        </dd>
        <dt>{t("login.link")}</dt>
        <dd>
          <code>{invitation.link}</code>
          <Button size="small" icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
            {t("login.copy")}
          </Button>
        </dd>
      </dl>
      <p className="gl-quiet">{t("login.until", { time: sayMoment(invitation.until) })}</p>
    </Modal>
  );
}
