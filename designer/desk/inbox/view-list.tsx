/** The saved views, with how many wait in each. */
import {
  AuditOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  FieldTimeOutlined,
  FolderOpenOutlined,
  ScheduleOutlined,
} from "@ant-design/icons";
import { useQueries } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TaskPage } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { useStreetScope } from "../frame/street-scope.tsx";
import { liveEvery } from "../parts/queries.ts";
import { filtersOf, pagePath, type ViewKey, viewKeys } from "./views.ts";
import "../parts/views.css";

const icons: Readonly<Record<ViewKey, ReactNode>> = {
  todo: <ScheduleOutlined aria-hidden />,
  toSign: <AuditOutlined aria-hidden />,
  dueSoon: <ClockCircleOutlined aria-hidden />,
  overdue: <FieldTimeOutlined aria-hidden />,
  done: <CheckSquareOutlined aria-hidden />,
  cases: <FolderOpenOutlined aria-hidden />,
};

/** Views whose number calls for work; 已办 and 全部 would only grow. */
const counted = ["todo", "toSign", "dueSoon", "overdue"] as const;

function useCounts(): Readonly<Partial<Record<ViewKey, number>>> {
  const { street } = useStreetScope();
  const answers = useQueries({
    queries: counted.map((view) => ({
      queryKey: ["tasks", "count", view, street],
      refetchInterval: 2 * liveEvery,
      queryFn: () =>
        api.get<TaskPage>(
          pagePath(filtersOf(new URLSearchParams({ view })), street, "").replace("limit=50", "limit=1"),
        ),
    })),
  });
  return Object.fromEntries(counted.map((view, at) => [view, answers[at]?.data?.total]));
}

interface ViewListProps {
  readonly view: ViewKey;
  readonly choose: (view: ViewKey) => void;
}

export function ViewList({ view, choose }: ViewListProps) {
  const { t } = useTranslation("desk");
  const counts = useCounts();
  return (
    <nav className="gl-views" aria-label={t("view.title")}>
      {viewKeys.map((key) => {
        const count = counts[key] ?? 0;
        return (
          <button
            key={key}
            type="button"
            aria-current={key === view ? "page" : undefined}
            className={`gl-view gl-view-${key}`}
            onClick={() => choose(key)}
          >
            <span aria-hidden>{icons[key]}</span>
            <span>{t(`view.${key}`)}</span>
            {count > 0 && <b>{count}</b>}
          </button>
        );
      })}
    </nav>
  );
}
