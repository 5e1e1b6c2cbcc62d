/** Notices to me; opening one marks it read and leads to its case. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Notice } from "../../server/contract/types.ts";
import { api } from "../app/api.ts";
import { sayWhen } from "../app/dates.ts";
import { FailureNote } from "../app/failure-note.tsx";
import { say } from "../app/i18n.ts";
import { useNow } from "../app/now.ts";
import { Empty } from "../ui/empty.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Page } from "./parts/page.tsx";
import { useNotices, useStreet } from "./queries.ts";

function useRead() {
  const queries = useQueryClient();
  const street = useStreet();
  return useMutation({
    mutationFn: (id: string) => api.post<void>(`/notices/${encodeURIComponent(street)}/${encodeURIComponent(id)}/read`),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["notices"] });
      await queries.invalidateQueries({ queryKey: ["home"] });
    },
  });
}

function NoticeLine({ notice, onOpen }: { readonly notice: Notice; readonly onOpen: () => void }) {
  const { t } = useTranslation("fill");
  const now = useNow();
  return (
    <li>
      <button type="button" className="m-line" onClick={onOpen}>
        <span className="m-line-head">
          <strong>{say(notice.title)}</strong>
          {!notice.read && <span className="g-badge red">{t("notices.unread")}</span>}
        </span>
        <span>{say(notice.body)}</span>
        <span className="g-small g-muted">{sayWhen(notice.at, now)}</span>
      </button>
    </li>
  );
}

export function NoticesPage() {
  const { t } = useTranslation("fill");
  const notices = useNotices();
  const read = useRead();
  const navigate = useNavigate();
  const open = (notice: Notice) => {
    if (!notice.read) read.mutate(notice.id);
    if (notice.caseId !== undefined) void navigate(`/m/cases/${notice.caseId}`);
  };
  return (
    <Page title={t("notices.title")} back="/m">
      {notices.isPending && <Skeleton label={t("loading")} lines={4} tall />}
      {notices.isError && <FailureNote error={notices.error} onRetry={() => void notices.refetch()} />}
      {notices.data?.items.length === 0 && (
        <Empty icon="bell" title={t("notices.empty")} hint={t("notices.emptyHint")} />
      )}
      <ul className="m-lines">
        {notices.data?.items.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} onOpen={() => open(notice)} />
        ))}
      </ul>
    </Page>
  );
}
