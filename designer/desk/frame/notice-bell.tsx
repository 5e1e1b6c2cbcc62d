/** 通知: what has come to me, the unread first to be seen; opening one marks it read and goes to the case. */
import { BellOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Badge, Button, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { Notice } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { say } from "../../app/i18n.ts";
import { useSession } from "../../app/session.ts";
import { Failure } from "../parts/failure.tsx";
import { Nothing } from "../parts/nothing.tsx";
import { useNotices } from "../parts/queries.ts";
import { sayWhen } from "../../app/dates.ts";
import { useNow } from "../../app/now.ts";
import "./notice-bell.css";

export function NoticeBell() {
  const { t } = useTranslation("desk");
  const [open, setOpen] = useState(false);
  const notices = useNotices();
  const unread = notices.data?.unread ?? 0;
  const title = t(unread === 0 ? "notice.title" : "notice.titleUnread", { count: unread });
  return (
    <Badge size="small" count={unread} overflowCount={9} offset={[-8, 8]}>
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomRight"
        title={title}
        content={<NoticeList close={() => setOpen(false)} />}
      >
        <Button type="text" aria-label={title} icon={<BellOutlined aria-hidden />} />
      </Popover>
    </Badge>
  );
}

function NoticeList({ close }: { readonly close: () => void }) {
  const { t } = useTranslation("desk");
  const notices = useNotices();
  if (notices.isError) return <Failure error={notices.error} retry={() => void notices.refetch()} />;
  const items = notices.data?.items ?? [];
  if (items.length === 0) return <Nothing words={t("notice.none")} hint={t("notice.noneHint")} />;
  return (
    <>
      <ul className="gl-notices">
        {items.map((notice) => (
          <NoticeEntry key={notice.id} notice={notice} close={close} />
        ))}
      </ul>
      <p className="gl-notices-all">
        <Link to="/desk/notices" onClick={close}>
          {t("notice.all")}
        </Link>
      </p>
    </>
  );
}

function NoticeEntry({ notice, close }: { readonly notice: Notice; readonly close: () => void }) {
  const { t } = useTranslation("desk");
  const now = useNow();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: session } = useSession();
  const read = useMutation({
    mutationFn: () =>
      api.post(
        `/notices/${encodeURIComponent(notice.street ?? session?.street ?? "")}/${encodeURIComponent(notice.id)}/read`,
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ["notices"] }),
  });
  const isOpen = notice.confirm === true && notice.confirmedAt === undefined;
  const open = () => {
    if (!notice.read && !isOpen) read.mutate();
    const to = notice.caseId === undefined ? undefined : `/desk/case/${notice.caseId}`;
    // What asks for confirmation is read in full where it is confirmed.
    const next = isOpen ? "/desk/notices?show=toConfirm" : to;
    if (next === undefined) return;
    close();
    void navigate(next);
  };
  return (
    <li className={notice.read ? "gl-notice" : "gl-notice gl-notice-new"}>
      <button type="button" onClick={open}>
        <strong>{say(notice.title)}</strong>
        <span className="gl-notice-body">{say(notice.body)}</span>
        <small>
          {sayWhen(notice.at, now)}
          {isOpen && ` · ${t("notice.toConfirm")}`}
          {!notice.read && !isOpen && ` · ${t("notice.unread")}`}
        </small>
      </button>
    </li>
  );
}
