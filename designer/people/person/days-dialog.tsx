/** 任期: other days for a post in force or to come. */
import { App, Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonDetail, PersonPost, PersonSummary, PostWish } from "../../../server/contract/types.ts";
import { dayOf } from "../../app/dates.ts";
import { sayPost } from "../names.ts";
import { FailureLine } from "../parts/failure-line.tsx";
import { besides } from "../parts/help-at.ts";
import { daysBody, PostDays, type DaysValue } from "../parts/post-days.tsx";
import { useChange } from "../queries.ts";

interface DaysDialogProps {
  readonly person: PersonSummary;
  readonly post: PersonPost;
  readonly close: () => void;
}

export function DaysDialog({ person, post, close }: DaysDialogProps) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const hasBegun = post.state === "current";
  const { unit, role, until = "" } = post;
  const [days, setDays] = useState<DaysValue>({ from: hasBegun ? "" : dayOf(post.from), until });
  const save = useChange<PostWish, PersonDetail>(() => `/people/${encodeURIComponent(person.id)}/posts/dates`);
  const submit = () =>
    save.mutate(
      { unit, role, ...daysBody(days) },
      {
        onSuccess: () => {
          void message.success(t("person.saved"));
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={t("post.daysTitle", { post: sayPost(post) })}
      okText={t("person.save")}
      cancelText={t("person.cancel")}
      confirmLoading={save.isPending}
      onOk={submit}
      onCancel={close}
    >
      <Form layout="vertical" component="div">
        <FailureLine error={besides(save.error, ["/from", "/until"])} />
        <PostDays value={days} change={setDays} error={save.error} hasBegun={hasBegun} />
        <p className="gl-quiet">{t("post.daysHelp")}</p>
      </Form>
    </Modal>
  );
}
