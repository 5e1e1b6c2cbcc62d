/** What happened, newest first, in plain words: when, what, who, why. */
import { useTranslation } from "react-i18next";
import type { TimelineEntry } from "../../../server/contract/types.ts";
import { sayWhen } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";

export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation("fill");
  const now = useNow();
  if (entries.length === 0) return <p className="g-muted">{t("case.noTimeline")}</p>;
  const newest = [...entries].sort((left, right) => Date.parse(right.at) - Date.parse(left.at));
  return (
    <ol className="m-timeline">
      {newest.map((entry, at) => (
        <li key={`${entry.at} ${entry.kind} ${at}`}>
          <span className="g-small g-muted">{sayWhen(entry.at, now)}</span>
          <div>
            <strong>{say(entry.title)}</strong>
            {entry.by !== undefined && <span> {t("case.by", { name: entry.by.name })}</span>}
          </div>
          {entry.note !== undefined && entry.note !== "" && <p>{entry.note}</p>}
        </li>
      ))}
    </ol>
  );
}
