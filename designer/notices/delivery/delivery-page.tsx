/** 消息发送: the log of what went out by mail, robot and SMS, and the channels themselves. */
import { Tabs } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { may, useSession } from "../../app/session.ts";
import { useStreetScope, useWorkStreet } from "../../desk/frame/street-scope.tsx";
import "../notices.css";
import "../texts.ts";
import { MessageList } from "../messages/message-list.tsx";
import { ChannelList } from "./channel-list.tsx";
import { DeliveryLog } from "./delivery-log.tsx";

export function DeliveryPage() {
  const { t } = useTranslation("notices");
  const { street } = useStreetScope();
  const workStreet = useWorkStreet();
  const [params, setParams] = useSearchParams();
  useEffect(() => {
    document.title = `${t("delivery.title")} · ${t("brand")}`;
  }, [t]);
  const set = (changes: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes))
      if (value === "") next.delete(name);
      else next.set(name, value);
    setParams(next, { replace: true });
  };
  const { data: session } = useSession();
  const items = [
    ...(may(session, "delivery.read")
      ? [
          { key: "log", label: t("delivery.tabs.log"), children: <DeliveryLog street={street} set={set} /> },
          { key: "channels", label: t("delivery.tabs.channels"), children: <ChannelList street={street} /> },
        ]
      : []),
    ...(may(session, "settings.read")
      ? [{ key: "messages", label: t("delivery.tabs.messages"), children: <MessageList street={workStreet} /> }]
      : []),
  ];
  const asked = params.get("view") ?? "log";
  const view = items.some(({ key }) => key === asked) ? asked : (items[0]?.key ?? "log");
  return (
    <div className="gn-page">
      <header>
        <h1>{t("delivery.title")}</h1>
      </header>
      <Tabs
        activeKey={view}
        items={items}
        destroyOnHidden
        onChange={(key) => set({ view: key === "log" ? "" : key })}
      />
    </div>
  );
}
