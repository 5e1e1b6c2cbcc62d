/** 首页: who and where, what today asks for, the one big button, the modules, and what is new. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Home } from "../../../server/contract/types.ts";
import { dayOf, sayMoment } from "../../app/dates.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { say } from "../../app/i18n.ts";
import { InsecureBanner } from "../../app/insecure-banner.tsx";
import { useNow } from "../../app/now.ts";
import { useSession } from "../../app/session.ts";
import { Icon } from "../../ui/icons.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Page } from "../parts/page.tsx";
import { useHome } from "../queries.ts";
import { DraftsCard } from "./drafts-card.tsx";
import { ModuleTiles } from "./module-tiles.tsx";
import { NewsCard } from "./news-card.tsx";

function useGreeting(): string {
  const { t } = useTranslation("fill");
  const { data: session } = useSession();
  const hour = Number(sayMoment(useNow()).slice(11, 13));
  const part = hour < 11 ? "morning" : hour < 13 ? "noon" : hour < 18 ? "afternoon" : "evening";
  return t(`home.${part}`, { name: session?.person.name ?? "" });
}

function Today({ today }: { readonly today: Home["today"] }) {
  const { t } = useTranslation("fill");
  if (today.length === 0) return null;
  return (
    <section className="g-card">
      <h2>{t("home.today")}</h2>
      <ul className="m-today">
        {today.map((duty) => {
          const left = Math.max(0, duty.goal - duty.done);
          return (
            <li key={duty.key}>
              <Link to={`/m/form/${duty.form}`}>
                <span>
                  <strong>{say(duty.title)}</strong>
                  <span className={left === 0 ? "g-badge green" : "g-badge yellow"}>
                    <Icon name={left === 0 ? "check" : "clock"} size={16} />
                    {left === 0 ? t("home.reached") : t("home.left", { count: left })}
                  </span>
                </span>
                <span className="m-today-count">{t("home.goal", { done: duty.done, goal: duty.goal })}</span>
                <span className="m-track" aria-hidden="true">
                  <span style={{ width: `${Math.min(100, (100 * duty.done) / Math.max(1, duty.goal))}%` }} />
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Counts({ counts }: { readonly counts: Home["counts"] }) {
  const { t } = useTranslation("fill");
  return (
    <nav className="m-counts" aria-label={t("lists.title")}>
      {(["todo", "overdue", "mine", "done"] as const).map((view) => (
        <Link
          key={view}
          to={`/m/tasks?view=${view}`}
          className={view === "overdue" && counts.overdue > 0 ? "alert" : ""}
        >
          <strong>{counts[view]}</strong>
          {t(`home.${view}`)}
        </Link>
      ))}
    </nav>
  );
}

export function HomePage() {
  const { t } = useTranslation("fill");
  const home = useHome();
  const greeting = useGreeting();
  const now = useNow();
  return (
    <Page title={t("tabs.home")}>
      <div className="m-greeting">
        <strong>{greeting}</strong>
        <span>
          {home.data?.grid === undefined ? "" : `${say(home.data.grid)} · `}
          {dayOf(now)}
        </span>
      </div>
      <InsecureBanner folded />
      <div className="m-actions">
        <Link className="m-report" to="/m/form/eventReport">
          <Icon name="camera" size={32} />
          <span>
            <strong>{t("home.report")}</strong>
            <span>{t("home.reportHint")}</span>
          </span>
        </Link>
        <Link className="m-scan" to="/m/scan">
          <Icon name="scan" size={28} />
          {t("home.scan")}
        </Link>
      </div>
      <DraftsCard />
      {home.isPending && <Skeleton label={t("loading")} lines={3} tall />}
      {home.isError && <FailureNote error={home.error} onRetry={() => void home.refetch()} />}
      {home.data !== undefined && (
        <>
          <Counts counts={home.data.counts} />
          <Today today={home.data.today} />
          <ModuleTiles tiles={home.data.tiles} />
        </>
      )}
      <NewsCard />
    </Page>
  );
}
