/** One message of a street: its words, its channels, why they change; or back to the city's. */
import { RollbackOutlined } from "@ant-design/icons";
import { Alert, App, Button, Drawer, Input, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MessageSetting, SettingsPublish, StreetMessages } from "../../../server/contract/types.ts";
import { ApiError } from "../../app/api.ts";
import { say } from "../../app/i18n.ts";
import { Field } from "../field.tsx";
import { isGeneral, problemAt } from "../problems.ts";
import { SmallFailure } from "../small-failure.tsx";
import { ChannelRules } from "./channel-rules.tsx";
import { changesOf, draftOf, pathOf, returned, texts, type Draft, type Text } from "./draft.ts";
import { usePublishMessage } from "./queries.ts";

interface DrawerProps {
  readonly message: MessageSetting;
  readonly of: StreetMessages;
  readonly close: () => void;
  readonly reload: () => void;
}

export function MessageDrawer({ message, of, close, reload }: DrawerProps) {
  const { t } = useTranslation("notices");
  const { message: toast } = App.useApp();
  const [draft, setDraft] = useState(() => draftOf(message));
  const [reason, setReason] = useState("");
  const publish = usePublishMessage(of.street);
  const changes = changesOf(message, draft);
  const send = (list: readonly SettingsPublish["changes"][number][]) => {
    const [first, ...rest] = list;
    if (first === undefined) return;
    publish.mutate(
      { version: of.version, changes: [first, ...rest], reason },
      {
        onSuccess: ({ version }) => {
          void toast.success(t("messages.done", { version }));
          close();
        },
      },
    );
  };
  const isReady = reason.trim() !== "";
  const footer = of.mayPublish && (
    <div className="gn-foot">
      {message.origin !== undefined && (
        <Popconfirm title={t("messages.returnAsk")} disabled={!isReady} onConfirm={() => send(returned(message))}>
          <Button icon={<RollbackOutlined aria-hidden />} disabled={!isReady}>
            {t("messages.return")}
          </Button>
        </Popconfirm>
      )}
      <Button
        type="primary"
        disabled={!isReady || changes.length === 0}
        loading={publish.isPending}
        onClick={() => send(changes)}
      >
        {t("messages.publish")}
      </Button>
    </div>
  );
  const problem = (attribute: string, below = "") => problemAt(publish.error, pathOf(changes, attribute, below));
  return (
    <Drawer open onClose={close} size={640} className="gn-drawer" title={say(message.name)} footer={footer}>
      <div className="gn-form">
        <p className="gn-hint">
          {say(message.about)}
          {"。"}
          {t(message.urgent ? "messages.urgentHint" : "messages.normalHint")}
        </p>
        <Origin message={message} />
        <Gaps message={message} />
        {texts.map((name) => (
          <Words
            key={name}
            name={name}
            draft={draft}
            message={message}
            disabled={!of.mayPublish}
            problem={(language) => problem(name, `/${language}`)}
            set={(more) => {
              publish.reset();
              setDraft({ ...draft, ...more });
            }}
          />
        ))}
        <ChannelRules
          rules={draft.channels}
          roles={of.roles}
          disabled={!of.mayPublish}
          problem={(below) => problem("channels", below)}
          set={(channels) => {
            publish.reset();
            setDraft({ ...draft, channels });
          }}
        />
        {of.mayPublish && (
          <Field label={t("messages.reason")} hint={t("messages.reasonHint")} isRequired>
            {(id) => (
              <Input id={id} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
            )}
          </Field>
        )}
        <Trouble error={publish.error} reload={reload} />
      </div>
    </Drawer>
  );
}

/** Who was first keeps what he published; what is written here stays until the list is read again. */
function Trouble({ error, reload }: { readonly error: unknown; readonly reload: () => void }) {
  const { t } = useTranslation("notices");
  if (error === null || error === undefined) return null;
  const isConflict = error instanceof ApiError && error.status === 409;
  return (
    <>
      {isGeneral(error) && <SmallFailure error={error} />}
      {isConflict && <Button onClick={reload}>{t("channels.reload")}</Button>}
    </>
  );
}

function Origin({ message: { origin } }: { readonly message: MessageSetting }) {
  const { t } = useTranslation("notices");
  return origin === undefined ? (
    <Alert type="info" showIcon title={t("messages.fromCity")} />
  ) : (
    <Alert
      type="info"
      showIcon
      title={t("messages.fromStreet", { by: origin.by, at: origin.at })}
      description={origin.why}
    />
  );
}

function Gaps({ message: { gaps } }: { readonly message: MessageSetting }) {
  const { t } = useTranslation("notices");
  if (gaps.length === 0) return null;
  return (
    <div>
      <p className="gn-hint">{t("messages.gaps")}</p>
      <dl className="gn-gaps">
        {gaps.map(({ name, title }) => (
          <div key={name}>
            <dt>
              <code>{`{${name}}`}</code>
            </dt>
            <dd>{say(title)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface WordsProps {
  readonly name: Text;
  readonly draft: Draft;
  readonly message: MessageSetting;
  readonly disabled: boolean;
  readonly problem: (language: string) => string | undefined;
  readonly set: (more: Partial<Draft>) => void;
}

/** One text in both languages, with the city's below where it differs. */
function Words({ name, draft, message, disabled, problem, set }: WordsProps) {
  const { t } = useTranslation("notices");
  const above = message.above[name];
  return (
    <>
      {(["zh-CN", "en"] as const).map((language) => {
        const city = above?.[language] ?? "";
        const isOwn = city !== "" && city !== draft[name][language];
        const write = (value: string) => set({ [name]: { ...draft[name], [language]: value } });
        return (
          <Field
            key={language}
            label={t(`messages.${name}.${language}`)}
            problem={problem(language)}
            {...(isOwn ? { hint: t("messages.cityHas", { words: city }) } : {})}
          >
            {(id) =>
              name === "title" ? (
                <Input
                  id={id}
                  disabled={disabled}
                  value={draft[name][language]}
                  onChange={({ target }) => write(target.value)}
                />
              ) : (
                <Input.TextArea
                  id={id}
                  disabled={disabled}
                  autoSize={{ minRows: 2, maxRows: 6 }}
                  value={draft[name][language]}
                  onChange={({ target }) => write(target.value)}
                />
              )
            }
          </Field>
        );
      })}
    </>
  );
}
