/** The facts of a case: what one must see at once, and the rest folded. */
import { useTranslation } from "react-i18next";
import type { Attachment, CaseDetail } from "../../../server/contract/types.ts";
import { sayWhen } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";
import { PhotoStrip } from "../../ui/photo-strip.tsx";

/** Photos of the report; what was taken later stands with its own record. */
function photosOf(detail: CaseDetail): readonly Attachment[] {
  const own = detail.report?.attachments ?? [];
  return (own.length > 0 ? own : detail.attachments).filter((file) => file.type.startsWith("image/"));
}

function ownerRule(detail: CaseDetail): string {
  const rule = detail.owner?.["rule"];
  return typeof rule === "string" ? rule : "";
}

function useRows(detail: CaseDetail): readonly (readonly [string, string])[] {
  const { t } = useTranslation("fill");
  const now = useNow();
  const { summary } = detail;
  return (
    [
      [t("task.number"), summary.number],
      [t("task.state"), say(summary.stateTitle)],
      [t("task.level"), say(summary.levelTitle)],
      [t("task.lead"), say(summary.leadTitle)],
      [t("task.rule"), ownerRule(detail)],
      [t("task.place"), detail.place?.code ?? ""],
      [t("task.reporter"), detail.reporter.name],
      [t("task.reportedAt"), sayWhen(summary.openedAt, now)],
    ] as const
  ).filter(([, text]) => text !== "");
}

export function CaseFacts({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("fill");
  const now = useNow();
  const rows = useRows(detail);
  const photos = photosOf(detail).map((file, at) => ({
    id: file.id,
    url: `/api/attachments/${encodeURIComponent(file.id)}`,
    alt: t("task.photo", { n: at + 1 }),
    note: `${file.by} · ${sayWhen(file.at, now)}`,
  }));
  return (
    <section className="g-card m-facts">
      <h2>{detail.summary.title}</h2>
      <p className="m-where">
        {detail.summary.address} <small>{say(detail.summary.gridTitle)}</small>
      </p>
      {detail.description !== "" && <p className="m-description">{detail.description}</p>}
      {photos.length > 0 && <PhotoStrip photos={photos} />}
      <details className="m-fold">
        <summary>{t("task.moreFacts")}</summary>
        <dl className="g-facts">
          {rows.map(([title, text]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
