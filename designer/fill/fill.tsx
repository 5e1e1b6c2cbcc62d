/** The phone: grid workers' pages with the tab bar below; nothing of the desk is loaded here. */
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, Route, Routes, useLocation } from "react-router";
import { FailureNote } from "../app/failure-note.tsx";
import { useSession } from "../app/session.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { FormsPage } from "./forms-page.tsx";
import { HomePage } from "./home/home-page.tsx";
import { ListsPage } from "./lists/lists-page.tsx";
import { MePage } from "./me-page.tsx";
import { NoticesPage } from "./notices-page.tsx";
import { useHome } from "./queries.ts";
import "../ui/controls.css";
import "../ui/form-view.css";
import "./fill.css";
import "./words.ts";

// Forms come when one is opened: the home page must stand on a slow network first.
const FormPage = lazy(async () => ({ default: (await import("./form/form-page.tsx")).FormPage }));
const TaskPage = lazy(async () => ({ default: (await import("./task/task-page.tsx")).TaskPage }));
const CasePage = lazy(async () => ({ default: (await import("./case-page.tsx")).CasePage }));
const ScanPage = lazy(async () => ({ default: (await import("./scan-page.tsx")).ScanPage }));
const NoticeWishesPage = lazy(async () => ({
  default: (await import("./notice-wishes-page.tsx")).NoticeWishesPage,
}));
const MapPage = lazy(async () => ({ default: (await import("./map-page.tsx")).MapPage }));

interface Tab {
  readonly key: "home" | "tasks" | "report" | "map" | "me";
  readonly to: string;
  readonly icon: IconName;
}

const tabs: readonly Tab[] = [
  { key: "home", to: "/m", icon: "home" },
  { key: "tasks", to: "/m/tasks", icon: "list" },
  { key: "report", to: "/m/form/eventReport", icon: "plus" },
  { key: "map", to: "/m/map", icon: "map" },
  { key: "me", to: "/m/me", icon: "person" },
];

function TabBar() {
  const { t } = useTranslation("fill");
  const { pathname } = useLocation();
  const todo = useHome().data?.counts.todo ?? 0;
  return (
    <nav className="m-tabs" aria-label={t("tabs.label")}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          to={tab.to}
          className={tab.key === "report" ? "raised" : ""}
          aria-current={pathname === tab.to ? "page" : undefined}
        >
          <span className="m-tab-icon">
            <Icon name={tab.icon} size={tab.key === "report" ? 28 : 24} />
            {tab.key === "tasks" && todo > 0 && <span className="m-tab-badge">{todo > 99 ? "99+" : todo}</span>}
          </span>
          {t(`tabs.${tab.key}`)}
        </Link>
      ))}
    </nav>
  );
}

/** Where somebody works on one thing, the lower edge belongs to that thing's buttons. */
const withoutTabs = /^\/m\/(tasks\/.+|form\/.+)/;

export function Fill() {
  const { t } = useTranslation("fill");
  const session = useSession();
  const { pathname } = useLocation();
  if (session.isError) return <FailureNote error={session.error} onRetry={() => void session.refetch()} />;
  if (session.isPending) return <Skeleton label={t("loading")} lines={3} tall />;
  if (session.data === null) return <Navigate to="/sign-in" replace />;
  return (
    <div className="m-app">
      <Suspense fallback={<Skeleton label={t("loading")} lines={4} tall />}>
        <Routes>
          <Route index element={<HomePage />} />
          <Route path="tasks" element={<ListsPage />} />
          <Route path="tasks/:street/:id" element={<TaskPage />} />
          <Route path="cases/:id" element={<CasePage />} />
          <Route path="form/:key" element={<FormPage />} />
          <Route path="forms/:module" element={<FormsPage />} />
          <Route path="scan" element={<ScanPage />} />
          <Route path="map" element={<MapPage />} />
          <Route path="me" element={<MePage />} />
          <Route path="notices" element={<NoticesPage />} />
          <Route path="notice-wishes" element={<NoticeWishesPage />} />
          <Route path="*" element={<Navigate to="/m" replace />} />
        </Routes>
      </Suspense>
      {!withoutTabs.test(pathname) && <TabBar />}
    </div>
  );
}
