/** One announcement with everybody it went to: who has read it, who has confirmed, who has not. */
import { BellOutlined, CheckCircleFilled, FileExcelOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Drawer, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import type { Announcement, AnnouncementDetail, Receipt, Reminded } from "../../server/contract/types.ts";
import { api } from "../app/api.ts";
import { sayMoment, sayWhen } from "../app/dates.ts";
import { currentLanguage, say } from "../app/i18n.ts";
import { useNow } from "../app/now.ts";
import { Failure } from "../desk/parts/failure.tsx";
import { AnnouncedFiles } from "../ui/announced-files.tsx";
import { SmallFailure } from "./small-failure.tsx";
import { useAnnouncement } from "./queries.ts";

interface ReceiptsProps {
  readonly of: Announcement;
  readonly close: () => void;
}

export function Receipts({ of, close }: ReceiptsProps) {
  const { t } = useTranslation("notices");
  const detail = useAnnouncement(of.street, of.id);
  return (
    <Drawer open onClose={close} size={640} title={t("sent.detail")} className="gn-drawer">
      {detail.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {detail.isError && <Failure error={detail.error} retry={() => void detail.refetch()} />}
      {detail.isSuccess && <Detail detail={detail.data} />}
    </Drawer>
  );
}

function receiptsPath({ street, id }: Announcement): string {
  const query = new URLSearchParams({ language: currentLanguage() });
  return `/api/announcements/${encodeURIComponent(street)}/${encodeURIComponent(id)}/receipts.xlsx?${query.toString()}`;
}

function Detail({ detail: { announcement, receipts } }: { readonly detail: AnnouncementDetail }) {
  const { t } = useTranslation("notices");
  const { confirm, confirmed, read, receivers } = announcement;
  return (
    <article className="gn-detail">
      <h2>{announcement.title}</h2>
      <p className="gn-body">{announcement.body}</p>
      <AnnouncedFiles files={announcement.files ?? []} label={t("files")} />
      <small>
        {t("sent.by", { unit: say(announcement.unitTitle), name: announcement.by })} · {sayMoment(announcement.at)}
      </small>
      <h3>{t("sent.receivers")}</h3>
      <p className="gn-sums">
        {confirm && <strong>{t("sent.confirmed", { done: confirmed, all: receivers })}</strong>}
        <span>{t("sent.read", { done: read, all: receivers })}</span>
        <Button icon={<FileExcelOutlined aria-hidden />} href={receiptsPath(announcement)} download>
          {t("sent.export")}
        </Button>
      </p>
      {confirm && <Remind announcement={announcement} />}
      <ReceiptTable receipts={receipts} confirm={confirm} />
    </article>
  );
}

function Remind({ announcement }: { readonly announcement: Announcement }) {
  const { t } = useTranslation("notices");
  const now = useNow();
  const queries = useQueryClient();
  const { street, id, receivers, confirmed, remindedAt } = announcement;
  const remind = useMutation({
    mutationFn: () =>
      api.post<Reminded>(`/announcements/${encodeURIComponent(street)}/${encodeURIComponent(id)}/remind`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["notices", "sent"] }),
  });
  const missing = receivers - confirmed;
  if (missing === 0)
    return (
      <p className="gn-all">
        <CheckCircleFilled aria-hidden /> {t("sent.allConfirmed")}
      </p>
    );
  return (
    <>
      <p className="gn-foot">
        <Button icon={<BellOutlined aria-hidden />} loading={remind.isPending} onClick={() => remind.mutate()}>
          {t("sent.remind", { count: missing })}
        </Button>
        {remindedAt !== undefined && <small>{t("sent.remindedAt", { when: sayWhen(remindedAt, now) })}</small>}
      </p>
      {remind.isSuccess && <Alert type="success" showIcon title={t("sent.reminded", { count: remind.data.people })} />}
      {remind.isError && <SmallFailure error={remind.error} />}
    </>
  );
}

interface TableProps {
  readonly receipts: readonly Receipt[];
  readonly confirm: boolean;
}

function ReceiptTable({ receipts, confirm }: TableProps) {
  const { t } = useTranslation("notices");
  const between = currentLanguage() === "en" ? "; " : "；";
  return (
    <table className="gn-table">
      <thead>
        <tr>
          <th scope="col">{t("sent.name")}</th>
          <th scope="col">{t("sent.post")}</th>
          <th scope="col">{t("sent.readAt")}</th>
          {confirm && <th scope="col">{t("sent.confirmedAt")}</th>}
        </tr>
      </thead>
      <tbody>
        {receipts.map((each) => (
          <tr key={each.personId}>
            <td>{each.name}</td>
            <td>{each.posts.map(say).join(between)}</td>
            <td>{each.readAt === undefined ? <b>{t("sent.notRead")}</b> : sayMoment(each.readAt)}</td>
            {confirm && (
              <td>{each.confirmedAt === undefined ? <b>{t("sent.notConfirmed")}</b> : sayMoment(each.confirmedAt)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
