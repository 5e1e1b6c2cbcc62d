/** 待办 · 已办 · 我发起 · 超时, chosen in the address so that a link or a way back finds the same list. */
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { CaseSummary, TaskSummary } from "../../../server/contract/types.ts";
import { sayWhen } from "../../app/dates.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { useNow } from "../../app/now.ts";
import { Empty } from "../../ui/empty.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CaseLine } from "../parts/case-line.tsx";
import { Page } from "../parts/page.tsx";
import { useMyCases, useTasks } from "../queries.ts";
import { SearchLine } from "./search-line.tsx";

const views = ["todo", "overdue", "mine", "done"] as const;
type View = (typeof views)[number];

const isView = (text: string | null): text is View => views.some((view) => view === text);

/** The list of a view, whichever route of the server it comes from. */
function useList(view: View, q: string) {
  const tasks = useTasks(view === "mine" ? "todo" : view, q, view !== "mine");
  const cases = useMyCases(q, view === "mine");
  return view === "mine"
    ? {
        ...cases,
        kind: "cases" as const,
        total: cases.data?.pages[0]?.total,
        tasks: [],
        cases: cases.data?.pages.flatMap((page) => page.items) ?? [],
      }
    : {
        ...tasks,
        kind: "tasks" as const,
        total: tasks.data?.pages[0]?.total,
        tasks: tasks.data?.pages.flatMap((page) => page.items) ?? [],
        cases: [],
      };
}

function TaskLine({ task, view }: { readonly task: TaskSummary; readonly view: View }) {
  const { t } = useTranslation("fill");
  const now = useNow();
  const when =
    task.completedAt === undefined
      ? t("lists.arrived", { when: sayWhen(task.createdAt, now) })
      : t("lists.finished", { when: sayWhen(task.completedAt, now) });
  const to = view === "done" ? `/m/cases/${task.case.id}` : `/m/tasks/${task.street}/${encodeURIComponent(task.id)}`;
  return (
    <CaseLine
      to={to}
      task={task.name}
      summary={task.case}
      deadline={task.completedAt === undefined ? (task.deadline ?? task.case.deadline) : undefined}
      when={when}
    />
  );
}

function OwnCase({ one }: { readonly one: CaseSummary }) {
  const { t } = useTranslation("fill");
  const now = useNow();
  const when =
    one.closedAt === undefined
      ? t("lists.opened", { when: sayWhen(one.openedAt, now) })
      : t("lists.closedAt", { when: sayWhen(one.closedAt, now) });
  return <CaseLine to={`/m/cases/${one.id}`} summary={one} deadline={one.deadline} when={when} />;
}

function Nothing({ view, q, onClear }: { readonly view: View; readonly q: string; readonly onClear: () => void }) {
  const { t } = useTranslation("fill");
  if (q !== "")
    return (
      <Empty icon="search" title={t("lists.empty.search", { q })} hint={t("lists.empty.searchHint")}>
        <button type="button" className="g-button" onClick={onClear}>
          {t("lists.clear")}
        </button>
      </Empty>
    );
  return (
    <Empty
      icon={view === "mine" ? "camera" : "check"}
      title={t(`lists.empty.${view}`)}
      hint={t(`lists.empty.${view}Hint`)}
    >
      {view === "todo" || view === "mine" ? (
        <Link className="g-button" to="/m/form/eventReport">
          {t("lists.report")}
        </Link>
      ) : (
        <Link className="g-button" to="/m/tasks?view=todo">
          {t("lists.toTodo")}
        </Link>
      )}
    </Empty>
  );
}

export function ListsPage() {
  const { t } = useTranslation("fill");
  const [search, setSearch] = useSearchParams();
  const chosen = search.get("view");
  const view = isView(chosen) ? chosen : "todo";
  const q = search.get("q") ?? "";
  const list = useList(view, q);
  const find = (text: string) => setSearch({ view, ...(text === "" ? {} : { q: text }) }, { replace: true });
  const isEmpty = list.isSuccess && list.tasks.length === 0 && list.cases.length === 0;
  return (
    <Page title={t("lists.title")}>
      <nav className="m-views" aria-label={t("lists.title")}>
        {views.map((one) => (
          <Link key={one} to={`/m/tasks?view=${one}`} replace aria-current={one === view ? "page" : undefined}>
            {t(`lists.${one}`)}
          </Link>
        ))}
      </nav>
      <SearchLine key={view} value={q} label={t("lists.search")} onSearch={find} />
      {list.isPending && <Skeleton label={t("loading")} lines={4} tall />}
      {list.isError && <FailureNote error={list.error} onRetry={() => void list.refetch()} />}
      {isEmpty && <Nothing view={view} q={q} onClear={() => find("")} />}
      {!isEmpty && list.total !== undefined && (
        <p className="g-muted g-small" role="status">
          {t("total", { count: list.total })}
        </p>
      )}
      <ul className="m-lines">
        {list.tasks.map((task) => (
          <TaskLine key={`${task.street}/${task.id}`} task={task} view={view} />
        ))}
        {list.cases.map((one) => (
          <OwnCase key={one.id} one={one} />
        ))}
      </ul>
      {list.hasNextPage && (
        <button
          type="button"
          className="g-button wide"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          <Icon name="down" size={20} />
          {list.isFetchingNextPage ? t("loading") : t("more")}
        </button>
      )}
    </Page>
  );
}
