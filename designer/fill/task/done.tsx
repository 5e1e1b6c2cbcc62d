/** After a command on a task: what happened and to whom it went, and the next task. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CommandDone } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { Icon } from "../../ui/icons.tsx";
import { Page } from "../parts/page.tsx";
import { useTasks } from "../queries.ts";

export function Done({ done }: { readonly done: CommandDone }) {
  const { t } = useTranslation("fill");
  const todo = useTasks("todo", "", true);
  const next = todo.isFetching ? undefined : todo.data?.pages[0]?.items[0];
  return (
    <Page title={t("done.title")} back="/m/tasks">
      <section className="g-card m-sent" role="status">
        <span className="m-sent-sign">
          <Icon name="check" size={36} />
        </span>
        <h2>{t("done.title")}</h2>
        <p>{say(done.message)}</p>
        <p className="g-muted">
          {done.case.number} · {t("done.state", { state: say(done.case.stateTitle) })}
        </p>
      </section>
      <div className="m-stack">
        {next !== undefined && (
          <Link className="g-button primary wide" to={`/m/tasks/${next.street}/${encodeURIComponent(next.id)}`}>
            {t("done.next")}
          </Link>
        )}
        <Link className="g-button wide" to="/m/tasks">
          {t("done.list")}
        </Link>
        <Link className="g-button wide" to={`/m/cases/${done.case.id}`}>
          {t("done.case")}
        </Link>
      </div>
    </Page>
  );
}
