/** Notices to me: unread ones stand out, those that ask for it are confirmed here. */
import { CheckOutlined, ExclamationCircleFilled } from "@ant-design/icons";
import { Button, Radio, Skeleton, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { Notice } from "../../server/contract/types.ts";
import { sayWhen } from "../app/dates.ts";
import { say } from "../app/i18n.ts";
import { useNow } from "../app/now.ts";
import { Failure } from "../desk/parts/failure.tsx";
import { Nothing } from "../desk/parts/nothing.tsx";
import { AnnouncedFiles } from "../ui/announced-files.tsx";
import { SmallFailure } from "./small-failure.tsx";
import { useNoticeActs, useReceived } from "./queries.ts";

const shows = ["all", "unread", "toConfirm", "announcements"] as const;
type Show = (typeof shows)[number];

export function Received() {
  const { t } = useTranslation("notices");
  const [params, setParams] = useSearchParams();
  const show: Show = shows.find((each) => each === params.get("show")) ?? "all";
  const notices = useReceived(show === "all" ? "" : show);
  const { readAll } = useNoticeActs();
  const [first] = notices.data?.pages ?? [];
  const count: Readonly<Partial<Record<Show, number | undefined>>> = {
    unread: first?.unread,
    toConfirm: first?.toConfirm,
  };
  const label = (each: Show) => `${t(`received.${each}`)}${(count[each] ?? 0) > 0 ? ` ${count[each]}` : ""}`;
  return (
    <section className="gn-column">
      <div className="gn-bar">
        <Radio.Group
          aria-label={t("received.show")}
          optionType="button"
          value={show}
          options={shows.map((each) => ({ value: each, label: label(each) }))}
          onChange={({ target }) =>
            setParams(target.value === "all" ? {} : { show: String(target.value) }, { replace: true })
          }
        />
        <Button
          icon={<CheckOutlined aria-hidden />}
          disabled={(first?.unread ?? 0) === 0}
          loading={readAll.isPending}
          onClick={() => readAll.mutate()}
        >
          {t("received.readAll")}
        </Button>
      </div>
      {readAll.isError && <SmallFailure error={readAll.error} />}
      {notices.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {notices.isError && <Failure error={notices.error} retry={() => void notices.refetch()} />}
      {notices.isSuccess && <NoticeList notices={notices.data.pages.flatMap((page) => page.items)} show={show} />}
      {notices.hasNextPage && (
        <Button loading={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}

function NoticeList({ notices, show }: { readonly notices: readonly Notice[]; readonly show: Show }) {
  const { t } = useTranslation("notices");
  if (notices.length > 0)
    return (
      <ul className="gn-notices">
        {notices.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} />
        ))}
      </ul>
    );
  if (show === "unread") return <Nothing words={t("received.noneUnread")} />;
  if (show === "toConfirm") return <Nothing words={t("received.noneToConfirm")} />;
  return <Nothing words={t("received.none")} hint={t("received.noneHint")} />;
}

function NoticeItem({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation("notices");
  const now = useNow();
  const { read, confirm } = useNoticeActs();
  const isOpen = notice.confirm === true && notice.confirmedAt === undefined;
  return (
    <li className={notice.read ? "gn-notice" : "gn-notice gn-unread"}>
      <h2>
        {say(notice.title)}
        {notice.urgent === true && (
          <Tag color="error" icon={<ExclamationCircleFilled aria-hidden />}>
            {t("urgent")}
          </Tag>
        )}
        {isOpen && <Tag color="warning">{t("received.state.toConfirm")}</Tag>}
        {!notice.read && !isOpen && <Tag>{t("received.state.unread")}</Tag>}
      </h2>
      <p className="gn-body">{say(notice.body)}</p>
      <AnnouncedFiles files={notice.files ?? []} label={t("files")} onOpen={() => notice.read || read.mutate(notice)} />
      <div className="gn-foot">
        <small>
          {notice.from !== undefined && `${say(notice.from)} · `}
          {sayWhen(notice.at, now)}
          {notice.confirmedAt !== undefined &&
            ` · ${t("received.confirmed", { when: sayWhen(notice.confirmedAt, now) })}`}
        </small>
        {notice.caseId !== undefined && (
          <Link to={`/desk/case/${notice.caseId}`} onClick={() => notice.read || read.mutate(notice)}>
            {t("received.toCase")}
          </Link>
        )}
        {!notice.read && !isOpen && (
          <Button size="small" loading={read.isPending} onClick={() => read.mutate(notice)}>
            {t("received.markRead")}
          </Button>
        )}
        {isOpen && (
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate(notice)}>
            {t("received.confirm")}
          </Button>
        )}
      </div>
      {(confirm.isError || read.isError) && <SmallFailure error={confirm.error ?? read.error} />}
    </li>
  );
}
