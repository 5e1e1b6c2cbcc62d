/** The case's story, newest first: what, who, when, why. */
import { useTranslation } from "react-i18next";
import type { TimelineEntry } from "../../../server/contract/types.ts";
import { sayMoment, sayWhen } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";
import { Nothing } from "../parts/nothing.tsx";
import "./timeline.css";

interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  /** Only so many of the newest. */
  readonly limit?: number;
}

/** Tones by what the kind speaks of; an unknown kind is simply neutral. */
const tones: readonly (readonly [RegExp, string])[] = [
  [/red|overdue|cancel|incident/i, "red"],
  [/yellow|urge|remind|sentBack|withdrawn|rework|suspend/i, "yellow"],
  [/supervis|escalat|transfer|extend|extension|deleg|redispatch|signer|opinion|copied/i, "blue"],
  [/complet|clos|resum|started|accepted/i, "green"],
];

function toneOf(kind: string): string {
  return tones.find(([pattern]) => pattern.test(kind))?.[1] ?? "grey";
}

export function Timeline({ entries, limit }: TimelineProps) {
  const { t } = useTranslation("desk");
  const now = useNow();
  const sorted = [...entries].sort((a, b) => b.at.localeCompare(a.at)).slice(0, limit ?? entries.length);
  if (sorted.length === 0) return <Nothing words={t("timeline.none")} />;
  return (
    <ol className="gl-timeline">
      {sorted.map((entry, at) => (
        <li key={`${entry.at}${entry.kind}${String(at)}`} className={`gl-tone-${toneOf(entry.kind)}`}>
          <p>
            <strong>{say(entry.title)}</strong>
            {entry.by !== undefined && <span>{entry.by.name}</span>}
          </p>
          {entry.note !== undefined && entry.note !== "" && <blockquote>{entry.note}</blockquote>}
          <time dateTime={entry.at} title={sayMoment(entry.at)}>
            {sayWhen(entry.at, now)}
          </time>
        </li>
      ))}
    </ol>
  );
}
