/** Leaving, or the end of one post: before anything happens one sees what will move, and to whom. */
import { App, Form, Modal, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { HandOver, Left, PersonDetail, PersonPost, PersonSummary } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { sayPost } from "../names.ts";
import { FailureLine } from "../parts/failure-line.tsx";
import { useChange, useHandOver } from "../queries.ts";

interface LeaveDialogProps {
  readonly person: PersonSummary;
  /** Only this post ends; without it the person leaves. */
  readonly post?: PersonPost;
  readonly close: () => void;
}

export function LeaveDialog({ person, post, close }: LeaveDialogProps) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const [successor, setSuccessor] = useState("");
  const meant = post === undefined ? {} : { unit: post.unit, role: post.role };
  const plan = useHandOver({ id: person.id, successor, ...meant });
  const path = `/people/${encodeURIComponent(person.id)}`;
  const to = successor === "" ? {} : { successor };
  const leave = useChange<number, Left | PersonDetail>(
    () => (post === undefined ? `${path}/leave` : `${path}/posts/end`),
    (expected) => (post === undefined ? { ...to, expected } : { ...to, ...meant }),
  );
  const total = plan.data?.total ?? 0;
  const submit = () =>
    leave.mutate(total, {
      onSuccess: () => {
        void message.success(
          t(post === undefined ? "leave.done" : "leave.endDone", { name: person.name, count: total }),
        );
        close();
      },
      // The work has changed meanwhile: show what would move now.
      onError: () => void plan.refetch(),
    });
  const isPlan = post?.state === "planned";
  const title =
    post === undefined
      ? t("leave.title", { name: person.name })
      : t(isPlan ? "post.withdrawTitle" : "post.endTitle", { post: sayPost(post) });
  return (
    <Modal
      open
      width={640}
      title={title}
      okText={t(post === undefined ? "leave.confirm" : isPlan ? "post.withdraw" : "post.end")}
      okButtonProps={{ danger: true, disabled: plan.data === undefined }}
      cancelText={t("person.cancel")}
      confirmLoading={leave.isPending}
      onOk={submit}
      onCancel={close}
    >
      <FailureLine error={leave.error ?? plan.error} />
      {!isPlan && (
        <Form layout="vertical" component="div">
          <Form.Item label={t("leave.to")}>
            <SuccessorSelect plan={plan.data} value={successor} change={setSuccessor} />
          </Form.Item>
        </Form>
      )}
      {plan.data === undefined ? <Skeleton active paragraph={{ rows: 3 }} /> : <Moves plan={plan.data} />}
      {post === undefined && <p className="gl-quiet">{t("leave.after")}</p>}
    </Modal>
  );
}

interface SuccessorSelectProps {
  readonly plan: HandOver | undefined;
  readonly value: string;
  readonly change: (value: string) => void;
}

function SuccessorSelect({ plan, value, change }: SuccessorSelectProps) {
  const { t } = useTranslation("people");
  const options = (same: boolean) =>
    (plan?.successors ?? [])
      .filter((each) => each.same === same)
      .map((each) => ({ value: each.id, label: `${each.name} · ${say(each.title)}` }));
  const groups = [
    { label: t("leave.same"), options: options(true) },
    { label: t("leave.other"), options: options(false) },
  ].filter((group) => group.options.length > 0);
  return (
    <Select
      aria-label={t("leave.to")}
      value={value}
      showSearch={{ optionFilterProp: "label" }}
      options={[{ value: "", label: t("leave.nobody") }, ...groups]}
      onChange={change}
    />
  );
}

function Moves({ plan }: { readonly plan: HandOver }) {
  const { t } = useTranslation("people");
  if (plan.total === 0) return <p>{t("leave.movesNone")}</p>;
  return (
    <section className="gl-moves" aria-live="polite">
      <strong>{t("leave.moves", { count: plan.total })}</strong>
      <ul>
        {plan.groups.map(({ kind, to, count }) => (
          <li key={`${kind}${say(to)}`} className={kind === "nobody" ? "gl-moves-none" : undefined}>
            {t("leave.line", { count, to: say(to) })} <small className="gl-quiet">{t(`leave.kind.${kind}`)}</small>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t("leave.list")}</summary>
        <ul>
          {plan.items.map((item) => (
            <li key={`${item.caseId}${item.task}`}>
              <Link to={`/desk/cases/${item.caseId}`}>{item.number}</Link> {item.title} · {item.task}
              {item.to !== undefined && ` → ${say(item.to)}`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
