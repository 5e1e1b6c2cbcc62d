/** 通知公告: what has come to me, what my office has announced, and how I am told. */
import { NotificationOutlined } from "@ant-design/icons";
import { Button, Tabs } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { may, useSession } from "../app/session.ts";
import { Compose } from "./compose.tsx";
import "./notices.css";
import { Received } from "./received.tsx";
import { Sent } from "./sent.tsx";
import "./texts.ts";
import { Wishes } from "./wishes.tsx";

export function NoticesPage() {
  const { t } = useTranslation("notices");
  const { data: session } = useSession();
  const [params, setParams] = useSearchParams();
  const [isWriting, setWriting] = useState(false);
  const maySend = may(session, "announcement.send");
  useEffect(() => {
    document.title = `${t("title")} · ${t("brand")}`;
  }, [t]);
  const view = params.get("view") ?? "received";
  const items = [
    { key: "received", label: t("tabs.received"), children: <Received /> },
    ...(maySend ? [{ key: "sent", label: t("tabs.sent"), children: <Sent write={() => setWriting(true)} /> }] : []),
    { key: "wishes", label: t("tabs.wishes"), children: <Wishes /> },
  ];
  const choose = (key: string) => setParams(key === "received" ? {} : { view: key }, { replace: true });
  return (
    <div className="gn-page">
      <header>
        <h1>{t("title")}</h1>
        {maySend && (
          <Button type="primary" icon={<NotificationOutlined aria-hidden />} onClick={() => setWriting(true)}>
            {t("compose")}
          </Button>
        )}
      </header>
      <Tabs
        activeKey={items.some((item) => item.key === view) ? view : "received"}
        items={items}
        onChange={choose}
        destroyOnHidden
      />
      {maySend && <Compose open={isWriting} close={() => setWriting(false)} sent={() => choose("sent")} />}
    </div>
  );
}
