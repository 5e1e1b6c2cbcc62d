/** The newest notices on the home page. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { sayWhen } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";
import { useNotices } from "../queries.ts";

const shown = 3;

export function NewsCard() {
  const { t } = useTranslation("fill");
  const notices = useNotices();
  const now = useNow();
  const items = notices.data?.items.slice(0, shown) ?? [];
  return (
    <section className="g-card">
      <h2>
        {t("home.notices")}{" "}
        {(notices.data?.unread ?? 0) > 0 && (
          <span className="g-badge red">{t("home.unread", { count: notices.data?.unread })}</span>
        )}
      </h2>
      {notices.isSuccess && items.length === 0 && <p className="g-muted">{t("home.noNotices")}</p>}
      <ul className="m-plain">
        {items.map((notice) => (
          <li key={notice.id} className={notice.read ? "" : "unread"}>
            <strong>{say(notice.title)}</strong>
            <span className="m-clamp">{say(notice.body)}</span>
            <span className="g-small g-muted">{sayWhen(notice.at, now)}</span>
          </li>
        ))}
      </ul>
      <Link className="g-button quiet small" to="/m/notices">
        {t("home.allNotices")}
      </Link>
    </section>
  );
}
