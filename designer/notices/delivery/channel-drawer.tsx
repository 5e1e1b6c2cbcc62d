/** One channel: its settings (secrets go in and never come back), a test, and its removal. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Drawer, Input, Popconfirm, Switch } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Channel, ChannelField } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { say } from "../../app/i18n.ts";
import { Field } from "../field.tsx";
import { isGeneral, problemAt } from "../problems.ts";
import { SmallFailure } from "../small-failure.tsx";
import { ChannelTest } from "./channel-test.tsx";

interface DrawerProps {
  readonly channel: Channel;
  readonly close: () => void;
}

const pathOf = ({ street, kind }: Channel) => `/channels/${encodeURIComponent(street)}/${kind}`;

export function ChannelDrawer({ channel, close }: DrawerProps) {
  const isOwn = channel.isSetUp && !channel.inherited;
  return (
    <Drawer
      open
      onClose={close}
      size={520}
      className="gn-drawer"
      title={`${say(channel.title)} · ${say(channel.streetTitle)}`}
    >
      <div className="gn-form">
        <Settings channel={channel} />
        {isOwn && <ChannelTest channel={channel} />}
        {isOwn && <Remove channel={channel} close={close} />}
      </div>
    </Drawer>
  );
}

function Settings({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation("notices");
  const queries = useQueryClient();
  const onId = useId();
  const [on, setOn] = useState(channel.inherited || !channel.isSetUp || channel.on);
  const [settings, setSettings] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(channel.fields.map((field) => [field.name, field.value ?? ""])),
  );
  const save = useMutation({
    mutationFn: () => api.put<Channel>(pathOf(channel), { on, settings, revision: channel.revision }),
    onSuccess: async () => {
      // Secrets do not stay on the screen either.
      const secrets = channel.fields.filter((field) => field.secret).map((field) => [field.name, ""] as const);
      setSettings({ ...settings, ...Object.fromEntries(secrets) });
      await queries.invalidateQueries({ queryKey: ["channels"] });
    },
  });
  const set = (name: string, value: string) => {
    save.reset();
    setSettings({ ...settings, [name]: value });
  };
  return (
    <form
      className="gn-form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {!channel.readable && <Alert type="error" showIcon title={t("channels.unreadable")} />}
      {channel.fields.map((field) => (
        <Field
          key={field.name}
          label={say(field.title)}
          hint={say(field.help)}
          isRequired={field.required}
          problem={problemAt(save.error, `/settings/${field.name}`)}
        >
          {(id) => (
            <Setting id={id} field={field} value={settings[field.name] ?? ""} set={(value) => set(field.name, value)} />
          )}
        </Field>
      ))}
      <div className="gn-foot">
        <Switch id={onId} checked={on} onChange={setOn} />
        <label htmlFor={onId}>{t("channels.use")}</label>
      </div>
      {save.isError && isGeneral(save.error) && <SmallFailure error={save.error} />}
      {save.isSuccess && <Alert type="success" showIcon title={t("saved")} />}
      <div className="gn-foot">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t("save")}
        </Button>
        {save.isError && isGeneral(save.error) && (
          <Button onClick={() => void queries.invalidateQueries({ queryKey: ["channels"] })}>
            {t("channels.reload")}
          </Button>
        )}
      </div>
    </form>
  );
}

interface SettingProps {
  readonly id: string;
  readonly field: ChannelField;
  readonly value: string;
  readonly set: (value: string) => void;
}

function Setting({ id, field, value, set }: SettingProps) {
  const { t } = useTranslation("notices");
  const onChange = ({ target }: { readonly target: { readonly value: string } }) => set(target.value);
  if (field.kind === "json")
    return <Input.TextArea id={id} value={value} autoSize={{ minRows: 3, maxRows: 10 }} onChange={onChange} />;
  if (!field.secret) return <Input id={id} value={value} autoComplete="off" spellCheck={false} onChange={onChange} />;
  const kept = field.set ? { placeholder: t("channels.secretSet") } : {};
  return <Input.Password id={id} value={value} autoComplete="new-password" {...kept} onChange={onChange} />;
}

function Remove({ channel, close }: DrawerProps) {
  const { t } = useTranslation("notices");
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.delete<void>(pathOf(channel)),
    onSuccess: async () => {
      close();
      await queries.invalidateQueries({ queryKey: ["channels"] });
    },
  });
  return (
    <div className="gn-test">
      <Popconfirm
        title={t("channels.removeAsk", { name: say(channel.title) })}
        okText={t("channels.remove")}
        cancelText={t("cancel")}
        onConfirm={() => remove.mutate()}
      >
        <Button danger loading={remove.isPending}>
          {t("channels.remove")}
        </Button>
      </Popconfirm>
      {remove.isError && <SmallFailure error={remove.error} />}
    </div>
  );
}
