/** What my units have announced, and how many have confirmed. */
import { PaperClipOutlined } from "@ant-design/icons";
import { Button, Progress, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Announcement } from "../../server/contract/types.ts";
import { sayWhen } from "../app/dates.ts";
import { currentLanguage, say } from "../app/i18n.ts";
import { useNow } from "../app/now.ts";
import { Failure } from "../desk/parts/failure.tsx";
import { Nothing } from "../desk/parts/nothing.tsx";
import { Receipts } from "./receipts.tsx";
import { useSent } from "./queries.ts";

export function Sent({ write }: { readonly write: () => void }) {
  const { t } = useTranslation("notices");
  const sent = useSent();
  const [opened, setOpened] = useState<Announcement>();
  const rows = sent.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="gn-column">
      {sent.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {sent.isError && <Failure error={sent.error} retry={() => void sent.refetch()} />}
      {sent.isSuccess && rows.length === 0 && (
        <Nothing
          words={t("sent.none")}
          hint={t("sent.noneHint")}
          next={
            <Button type="primary" onClick={write}>
              {t("compose")}
            </Button>
          }
        />
      )}
      <ul className="gn-notices">
        {rows.map((row) => (
          <SentItem key={row.id} row={row} open={() => setOpened(row)} />
        ))}
      </ul>
      {sent.hasNextPage && (
        <Button loading={sent.isFetchingNextPage} onClick={() => void sent.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      {opened !== undefined && <Receipts of={opened} close={() => setOpened(undefined)} />}
    </section>
  );
}

function SentItem({ row, open }: { readonly row: Announcement; readonly open: () => void }) {
  const { t } = useTranslation("notices");
  const now = useNow();
  const list = (titles: Announcement["units"]) => titles.map(say).join(currentLanguage() === "en" ? ", " : "、");
  const done = row.confirm ? row.confirmed : row.read;
  return (
    <li className="gn-notice">
      <button type="button" className="gn-open" onClick={open}>
        <strong>{row.title}</strong>
        {row.urgent && <Tag color="error">{t("urgent")}</Tag>}
        {(row.files ?? []).length > 0 && (
          <Tag icon={<PaperClipOutlined aria-hidden />}>{t("sent.files", { count: row.files?.length ?? 0 })}</Tag>
        )}
      </button>
      <p className="gn-to">{t("sent.to", { units: list(row.units), roles: list(row.roles) })}</p>
      <div className="gn-foot">
        <small>
          {t("sent.by", { unit: say(row.unitTitle), name: row.by })} · {sayWhen(row.at, now)}
        </small>
        <span className="gn-done">
          <Progress
            percent={row.receivers === 0 ? 0 : Math.round((100 * done) / row.receivers)}
            showInfo={false}
            size="small"
            aria-hidden
          />
          {t(row.confirm ? "sent.confirmed" : "sent.read", { done, all: row.receivers })}
        </span>
      </div>
    </li>
  );
}
