/** Forms that were begun and not sent: found again after a killed tab, an empty battery, or a day without network. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { FormSummary } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { sayWhen } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";
import { useSession } from "../../app/session.ts";
import { listDrafts } from "../../ui/form/submission-drafts.ts";
import { draftKeyOf } from "../parts/use-form-context.ts";

/** Where a draft of this name is continued. */
function addressOf(name: string): string {
  const [kind = "", ...rest] = name.split("/");
  return kind === "task"
    ? `/m/tasks/${rest.map(encodeURIComponent).join("/")}`
    : `/m/form/${encodeURIComponent(rest.slice(-1)[0] ?? "")}`;
}

export function DraftsCard() {
  const { t } = useTranslation("fill");
  const { data: session } = useSession();
  const now = useNow();
  const prefix = draftKeyOf(session?.person.id ?? "", "");
  const drafts = useQuery({
    queryKey: ["drafts", prefix],
    staleTime: 0,
    retry: false,
    queryFn: () => listDrafts(prefix),
  });
  const forms = useQuery({
    queryKey: ["forms"],
    staleTime: 300_000,
    enabled: (drafts.data?.length ?? 0) > 0,
    queryFn: () => api.get<FormSummary[]>("/forms"),
  });
  if (drafts.data === undefined || drafts.data.length === 0) return null;
  const titleOf = (name: string) => {
    const form = forms.data?.find((one) => one.key === name.split("/").slice(-1)[0]);
    return form === undefined ? t("home.thatForm") : say(form.title);
  };
  return (
    <section className="g-card">
      <h2>{t("home.drafts")}</h2>
      <ul className="m-plain">
        {drafts.data.map((draft) => {
          const name = draft.key.slice(prefix.length);
          return (
            <li key={draft.key} className="m-draft">
              <span>{t("home.draftOf", { form: titleOf(name), when: sayWhen(new Date(draft.savedAt), now) })}</span>
              <Link className="g-button small" to={addressOf(name)}>
                {t("home.goOn")}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
