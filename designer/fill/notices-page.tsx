/** Notices to me; opening one marks it read and leads to its case. An announcement is read here and confirmed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { Notice } from "../../server/contract/types.ts";
import { api } from "../app/api.ts";
import { sayWhen } from "../app/dates.ts";
import { FailureNote } from "../app/failure-note.tsx";
import { say } from "../app/i18n.ts";
import { useNow } from "../app/now.ts";
import { AnnouncedFiles } from "../ui/announced-files.tsx";
import { Empty } from "../ui/empty.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Page } from "./parts/page.tsx";
import { useNotices, useStreet } from "./queries.ts";

/** A notice is kept in the street that it is about, which need not be the reader's own. */
function useAct(end: "read" | "confirm") {
  const queries = useQueryClient();
  const own = useStreet();
  return useMutation({
    mutationFn: ({ street = own, id }: Notice) =>
      api.post<void>(`/notices/${encodeURIComponent(street)}/${encodeURIComponent(id)}/${end}`),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["notices"] });
      await queries.invalidateQueries({ queryKey: ["home"] });
    },
  });
}

const isOpen = (notice: Notice) => notice.confirm === true && notice.confirmedAt === undefined;

function Head({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation("fill");
  return (
    <span className="m-line-head">
      <strong>{say(notice.title)}</strong>
      <span className="m-line-marks">
        {notice.urgent === true && <span className="g-badge red">{t("notices.urgent")}</span>}
        {isOpen(notice) && <span className="g-badge yellow">{t("notices.toConfirm")}</span>}
        {!notice.read && !isOpen(notice) && <span className="g-badge red">{t("notices.unread")}</span>}
      </span>
    </span>
  );
}

function Foot({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation("fill");
  const now = useNow();
  const { from, confirmedAt } = notice;
  return (
    <span className="g-small g-muted">
      {from !== undefined && `${say(from)} · `}
      {sayWhen(notice.at, now)}
      {confirmedAt !== undefined && ` · ${t("notices.confirmed", { when: sayWhen(confirmedAt, now) })}`}
    </span>
  );
}

/** An announcement: its whole text, and the button that its sender waits for. */
function AnnouncementLine({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation("fill");
  const confirm = useAct("confirm");
  const read = useAct("read");
  return (
    <li className={`m-line${isOpen(notice) ? " yellow" : ""}`}>
      <Head notice={notice} />
      <span className="m-announced">{say(notice.body)}</span>
      <AnnouncedFiles
        files={notice.files ?? []}
        label={t("notices.files")}
        onOpen={() => notice.read || read.mutate(notice)}
      />
      <Foot notice={notice} />
      {confirm.isError && <FailureNote error={confirm.error} />}
      {isOpen(notice) && (
        <button
          type="button"
          className="g-button primary wide"
          disabled={confirm.isPending}
          onClick={() => confirm.mutate(notice)}
        >
          {t(confirm.isPending ? "notices.confirming" : "notices.confirm")}
        </button>
      )}
    </li>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const read = useAct("read");
  const navigate = useNavigate();
  const open = () => {
    if (!notice.read) read.mutate(notice);
    if (notice.caseId !== undefined) void navigate(`/m/cases/${notice.caseId}`);
  };
  return (
    <li>
      <button type="button" className="m-line" onClick={open}>
        <Head notice={notice} />
        <span className="m-announced">{say(notice.body)}</span>
        <Foot notice={notice} />
      </button>
    </li>
  );
}

export function NoticesPage() {
  const { t } = useTranslation("fill");
  const notices = useNotices();
  const toConfirm = notices.data?.toConfirm ?? 0;
  return (
    <Page title={t("notices.title")} back="/m">
      {notices.isPending && <Skeleton label={t("loading")} lines={4} tall />}
      {notices.isError && <FailureNote error={notices.error} onRetry={() => void notices.refetch()} />}
      {notices.data?.items.length === 0 && (
        <Empty icon="bell" title={t("notices.empty")} hint={t("notices.emptyHint")} />
      )}
      {toConfirm > 0 && <p className="f-warn">{t("notices.count", { count: toConfirm })}</p>}
      <ul className="m-lines">
        {notices.data?.items.map((notice) =>
          notice.confirm === true || notice.files !== undefined ? (
            <AnnouncementLine key={notice.id} notice={notice} />
          ) : (
            <NoticeLine key={notice.id} notice={notice} />
          ),
        )}
      </ul>
      <Link className="g-button wide" to="/m/notice-wishes">
        {t("notices.wishes")}
      </Link>
    </Page>
  );
}
