/** Every version of the street's settings: who, when, why, what changed, and the way back to it. */
import { HistoryOutlined } from "@ant-design/icons";
import { Button, Drawer, Modal, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SettingsVersion } from "../../server/contract/types.ts";
import { sayWhen } from "../app/dates.ts";
import { useNow } from "../app/now.ts";
import { Failure } from "../desk/parts/failure.tsx";
import { Nothing } from "../desk/parts/nothing.tsx";
import { useWide } from "../desk/parts/use-wide.ts";
import { Differences } from "./differences.tsx";
import { useEditing } from "./editing.ts";
import { PublishFailure, ReasonField } from "./publish-dialog.tsx";
import { useHistory, useRestore } from "./queries.ts";

interface HistoryProps {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly published: (version: number) => void;
  readonly reload: () => void;
}

export function HistoryDrawer({ isOpen, close, published, reload }: HistoryProps) {
  const { t } = useTranslation("settings");
  const { settings } = useEditing();
  const history = useHistory(settings.street, isOpen);
  const wide = useWide(900);
  const [back, setBack] = useState<SettingsVersion>();
  return (
    <Drawer
      title={t("history.title")}
      open={isOpen}
      onClose={close}
      size={wide ? 620 : "100%"}
      closable={{ "aria-label": t("action.close") }}
    >
      {history.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {history.isError && <Failure error={history.error} retry={() => void history.refetch()} />}
      {history.data?.length === 0 && <Nothing words={t("history.none")} hint={t("history.noneHint")} />}
      <ol className="gs-history">
        {history.data?.map((version) => (
          <VersionRow key={version.version} version={version} restore={() => setBack(version)} />
        ))}
      </ol>
      {back !== undefined && (
        <RestoreDialog version={back} close={() => setBack(undefined)} published={published} reload={reload} />
      )}
    </Drawer>
  );
}

const few = 6;

function VersionRow({ version, restore }: { readonly version: SettingsVersion; readonly restore: () => void }) {
  const { t } = useTranslation("settings");
  const { settings } = useEditing();
  const now = useNow();
  const [all, setAll] = useState(false);
  const by = version.by === "system" ? t("shipped") : version.by;
  const hidden = version.differences.length - few;
  return (
    <li>
      <header>
        <strong>{t("history.version", { version: version.version })}</strong>
        {version.isCurrent && <Tag>{t("history.current")}</Tag>}
        <span className="gs-hint">{t("history.by", { by, when: sayWhen(version.at, now) })}</span>
      </header>
      {version.note !== "" && <p>{t("history.reason", { note: version.note })}</p>}
      {version.differences.length === 0 && <p className="gs-hint">{t("history.nothing")}</p>}
      <Differences differences={all ? version.differences : version.differences.slice(0, few)} />
      {!all && hidden > 0 && (
        <Button type="link" onClick={() => setAll(true)}>
          {t("history.more", { count: hidden })}
        </Button>
      )}
      {!version.isCurrent && settings.mayPublish && (
        <Button icon={<HistoryOutlined aria-hidden />} onClick={restore}>
          {t("history.restore")}
        </Button>
      )}
    </li>
  );
}

interface RestoreProps {
  readonly version: SettingsVersion;
  readonly close: () => void;
  readonly published: (version: number) => void;
  readonly reload: () => void;
}

function RestoreDialog({ version, close, published, reload }: RestoreProps) {
  const { t } = useTranslation("settings");
  const { settings } = useEditing();
  const restore = useRestore(settings.street);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const send = () => {
    setAsked(true);
    if (reason.trim() === "") return;
    const body = { version: settings.version, to: version.version, reason };
    restore.mutate(body, { onSuccess: (done) => published(done.version) });
  };
  return (
    <Modal
      open
      title={t("history.restoreTitle", { version: version.version })}
      okText={t("publish.go")}
      cancelText={t("action.cancel")}
      confirmLoading={restore.isPending}
      onOk={send}
      onCancel={close}
      closable={{ "aria-label": t("action.close") }}
    >
      <p>{t("history.restoreHint")}</p>
      <ReasonField reason={reason} setReason={setReason} wrong={asked && reason.trim() === ""} />
      {restore.isError && <PublishFailure error={restore.error} reload={reload} />}
    </Modal>
  );
}
