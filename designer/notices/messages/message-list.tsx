/** 通知内容: the messages of a street, by which channels and in which words, and which of them are its own. */
import { EditOutlined, ExclamationCircleFilled } from "@ant-design/icons";
import { Button, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MessageSetting, StreetMessages } from "../../../server/contract/types.ts";
import { currentLanguage, say } from "../../app/i18n.ts";
import { Failure } from "../../desk/parts/failure.tsx";
import type { Rule } from "./draft.ts";
import { MessageDrawer } from "./message-drawer.tsx";
import { useMessages } from "./queries.ts";

export function MessageList({ street }: { readonly street: string }) {
  const { t } = useTranslation("notices");
  const found = useMessages(street);
  const [opened, setOpened] = useState<string>();
  const open = found.data?.messages.find((each) => each.key === opened);
  return (
    <section className="gn-log">
      <p className="gn-hint">
        {t("messages.intro")}{" "}
        <Link to="/admin/settings#gs-notices" className="gn-link">
          {t("messages.toSettings")}
        </Link>
      </p>
      {found.data !== undefined && <p>{t("channels.of", { unit: say(found.data.title) })}</p>}
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      <ul className="gn-messages">
        {found.data?.messages.map((message) => (
          <MessageCard key={message.key} message={message} of={found.data} open={() => setOpened(message.key)} />
        ))}
      </ul>
      {open !== undefined && found.data !== undefined && (
        <MessageDrawer
          key={`${street}/${open.key}/${String(found.data.version)}`}
          message={open}
          of={found.data}
          close={() => setOpened(undefined)}
          reload={() => void found.refetch()}
        />
      )}
    </section>
  );
}

interface CardProps {
  readonly message: MessageSetting;
  readonly of: StreetMessages;
  readonly open: () => void;
}

function MessageCard({ message, of, open }: CardProps) {
  const { t } = useTranslation("notices");
  const { name, about, urgent, title, channels, origin } = message;
  const words = t(of.mayPublish ? "messages.change" : "messages.look");
  return (
    <li className="gn-message">
      <div className="gn-message-head">
        <h2>{say(name)}</h2>
        {urgent && (
          <Tag color="error" icon={<ExclamationCircleFilled aria-hidden />}>
            {t("urgent")}
          </Tag>
        )}
        <Tag className={origin === undefined ? "" : "gn-own"}>
          {t(origin === undefined ? "messages.city" : "messages.own")}
        </Tag>
        <Button
          type="text"
          icon={<EditOutlined aria-hidden />}
          onClick={open}
          aria-label={`${words} ${say(name)}`}
          className="gn-message-change"
        >
          {words}
        </Button>
      </div>
      <p className="gn-hint">{say(about)}</p>
      <p className="gn-body">{say(title)}</p>
      <ul className="gn-rules">
        {channels.length === 0 && <li>{t("messages.onlyHere")}</li>}
        {channels.map((rule) => (
          <li key={rule.roles.join()}>
            <RuleWords rule={rule} of={of} isOnly={channels.length === 1} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** 网格员、网格长：企业微信，备用短信 */
function RuleWords({
  rule,
  of,
  isOnly,
}: {
  readonly rule: Rule;
  readonly of: StreetMessages;
  readonly isOnly: boolean;
}) {
  const { t } = useTranslation("notices");
  const between = currentLanguage() === "en" ? ", " : "、";
  const roleTitle = (key: string) => {
    const found = of.roles.find(({ value }) => value === key);
    return found === undefined ? key : say(found.title);
  };
  const who =
    rule.roles.length === 0
      ? t(isOnly ? "messages.everybody" : "messages.others")
      : rule.roles.map(roleTitle).join(between);
  const list = (channels: Rule["send"]) => channels.map((each) => t(`channel.${each}`)).join(between);
  if (rule.send.length === 0) return t("messages.saysHere", { who });
  return rule.orElse.length === 0
    ? t("messages.says", { who, send: list(rule.send) })
    : t("messages.saysElse", { who, send: list(rule.send), orElse: list(rule.orElse) });
}
