/** Flows that somebody is changing: also those that were never published and stand in no list yet. */
import { EditOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "@tanstack/react-query";
import type { DefinitionDraftSummary } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { sayWhen } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";
import "./edit.css";
import "./words.ts";

/** @param pack only those of this pack; "" for all */
export function FlowDrafts({ pack }: { readonly pack: string }) {
  const { t } = useTranslation("flowEdit");
  const now = useNow();
  const drafts = useQuery({
    queryKey: ["drafts", "process"],
    queryFn: () => api.get<DefinitionDraftSummary[]>("/definitions/drafts?kind=process"),
  });
  const shown = (drafts.data ?? []).filter((each) => pack === "" || each.pack === pack);
  if (shown.length === 0) return null;
  return (
    <section className="gl-drafts" aria-label={t("drafts.title")}>
      <strong>
        <EditOutlined aria-hidden /> {t("drafts.title")}
      </strong>
      {shown.map((each) => (
        <Link key={`${each.pack}/${each.key}`} to={`/admin/${each.pack}/process/${each.key}/edit`}>
          {t(each.publishedVersion === undefined ? "drafts.fresh" : "drafts.changed", {
            title: say(each.title) || each.key,
            by: each.by.name,
            when: sayWhen(each.at, now),
          })}
        </Link>
      ))}
    </section>
  );
}
