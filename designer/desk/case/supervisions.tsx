/** 督办 and 批示: what was demanded, until when, and what was answered. */
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { CaseDetail, Supervision } from "../../../server/contract/types.ts";
import { sayWhen } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";

export function Supervisions({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("desk");
  const orders = detail.supervisions ?? [];
  if (orders.length === 0) return null;
  return (
    <section className="gl-card">
      <h2>{t("supervision.title")}</h2>
      <ul className="gl-supervisions">
        {orders.map((order) => (
          <Order key={order.id} order={order} />
        ))}
      </ul>
    </section>
  );
}

function Order({ order }: { readonly order: Supervision }) {
  const { t } = useTranslation("desk");
  const now = useNow();
  const answered = order.repliedAt !== undefined;
  return (
    <li>
      <p>
        <Tag className={answered ? "gl-mark-good" : "gl-mark-supervised"}>
          {t(answered ? "supervision.answered" : "supervision.open")}
        </Tag>
        {order.unitTitle !== undefined && (
          <Tag className="gl-mark-supervised">{t("supervision.instructed", { unit: say(order.unitTitle) })}</Tag>
        )}
        {order.requirement}
      </p>
      <small>
        {t("supervision.by", { name: order.by.name, when: sayWhen(order.at, now) })}
        {order.dueAt !== undefined && ` · ${t("supervision.due", { when: sayWhen(order.dueAt, now) })}`}
      </small>
      {order.repliedAt !== undefined && (
        <blockquote>
          {order.reply}
          <small>
            {order.repliedBy?.name} · {sayWhen(order.repliedAt, now)}
          </small>
        </blockquote>
      )}
    </li>
  );
}
