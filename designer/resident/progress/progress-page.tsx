/** How a report stands, for whoever holds its link. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { ResidentProgress } from "../../../server/contract/types.ts";
import { api, ApiError } from "../../app/api.ts";
import { dayOf, sayWhen } from "../../app/dates.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { say } from "../../app/i18n.ts";
import { Icon } from "../../ui/icons.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Frame } from "../frame.tsx";
import { GivenRatings, RateForm } from "./rating.tsx";

const everyHalfMinute = 30_000;

function Now({ progress }: { readonly progress: ResidentProgress }) {
  const { t } = useTranslation("resident");
  const kind = progress.late ? "late" : progress.state === "dismissed" ? "refused" : progress.finished ? "done" : "";
  return (
    <section className={`g-card r-now ${kind}`} aria-live="polite">
      <p className="g-small">{t("progress.now")}</p>
      <p className="r-words">
        <Icon name={progress.late ? "overdue" : progress.finished ? "check" : "clock"} size={28} />
        <strong>{say(progress.words)}</strong>
      </p>
    </section>
  );
}

function Result({ progress, token }: { readonly progress: ResidentProgress; readonly token: string }) {
  const { t } = useTranslation("resident");
  if (progress.result === undefined && progress.photos.length === 0) return null;
  return (
    <section className="g-card">
      <h2>{t(progress.state === "dismissed" ? "progress.reason" : "progress.result")}</h2>
      <p className="r-result">{progress.result}</p>
      <div className="r-photos">
        {progress.photos.map((id, at) => (
          <img
            key={id}
            src={`/api/resident/progress/${encodeURIComponent(token)}/photos/${encodeURIComponent(id)}`}
            alt={t("progress.photo", { n: at + 1 })}
            loading="lazy"
          />
        ))}
      </div>
    </section>
  );
}

function Steps({ progress }: { readonly progress: ResidentProgress }) {
  const { t } = useTranslation("resident");
  return (
    <section className="g-card">
      <h2>{t("progress.steps")}</h2>
      <ol className="r-steps">
        {progress.steps.toReversed().map((step) => (
          <li key={`${step.at}${step.words["zh-CN"]}`}>
            <span>{say(step.words)}</span>
            <time dateTime={step.at}>{sayWhen(step.at, progress.now)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Facts({ progress }: { readonly progress: ResidentProgress }) {
  const { t } = useTranslation("resident");
  // Without a door the place is the grid itself, whose name has both languages.
  const isGrid = progress.address === progress.gridTitle["zh-CN"];
  const where = isGrid ? say(progress.gridTitle) : progress.address;
  const rows: readonly (readonly [string, string])[] = [
    [t("progress.number"), progress.number],
    [t("progress.about"), say(progress.title)],
    [t("progress.place"), `${say(progress.streetTitle)} · ${where}`],
    [t("progress.reported"), sayWhen(progress.reportedAt, progress.now)],
  ];
  return (
    <section className="g-card">
      <dl className="g-facts">
        {rows.map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="g-muted g-small">{t("progress.expires", { day: dayOf(progress.expiresAt) })}</p>
    </section>
  );
}

function Lost() {
  const { t } = useTranslation("resident");
  return (
    <section className="g-card r-hint" role="alert">
      <Icon name="warning" size={40} />
      <p>
        <strong>{t("progress.lost")}</strong>
      </p>
      <p className="g-muted">{t("progress.lostHint")}</p>
    </section>
  );
}

export function ProgressPage() {
  const { t } = useTranslation("resident");
  const { token = "" } = useParams();
  const queries = useQueryClient();
  const path = `/resident/progress/${encodeURIComponent(token)}`;
  const progress = useQuery({
    queryKey: ["resident", "progress", token],
    queryFn: () => api.get<ResidentProgress>(path),
    refetchInterval: everyHalfMinute,
    retry: false,
  });
  const isLost = progress.error instanceof ApiError && [400, 404].includes(progress.error.status);
  return (
    <Frame title={t("progress.title")}>
      {progress.isPending && <Skeleton label={t("loading")} lines={4} tall />}
      {isLost && progress.data === undefined && <Lost />}
      {progress.isError && !isLost && <FailureNote error={progress.error} onRetry={() => void progress.refetch()} />}
      {progress.data !== undefined && (
        <>
          <Now progress={progress.data} />
          <Result progress={progress.data} token={token} />
          <GivenRatings progress={progress.data} />
          {progress.data.canRate && (
            <RateForm
              key={progress.data.given.length}
              progress={progress.data}
              path={path}
              onRated={(next) => queries.setQueryData(["resident", "progress", token], next)}
            />
          )}
          <Steps progress={progress.data} />
          <Facts progress={progress.data} />
        </>
      )}
    </Frame>
  );
}
