/** Adding a person with a first post. */
import { App, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { NewPerson, PersonDetail } from "../../../server/contract/types.ts";
import { FailureLine } from "../parts/failure-line.tsx";
import { besides } from "../parts/help-at.ts";
import { daysBody, openDays, PostDays, type DaysValue } from "../parts/post-days.tsx";
import { PostPicker, type PostValue } from "../parts/post-picker.tsx";
import { useChange, useChoices } from "../queries.ts";

interface AddDialogProps {
  readonly unit: string;
  readonly role: string;
  readonly close: () => void;
}

export function AddDialog({ unit, role, close }: AddDialogProps) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const go = useNavigate();
  const { data: choices = [] } = useChoices();
  const [words, setWords] = useState({ name: "", workPhone: "", login: "" });
  const [post, setPost] = useState<PostValue>({ unit, role });
  const [days, setDays] = useState<DaysValue>(openDays);
  const [tried, setTried] = useState(false);
  const add = useChange<NewPerson, PersonDetail>(() => "/people");
  const choice = choices.find((each) => each.unit === post.unit && each.role === post.role);
  const isPost = choice !== undefined;
  const submit = () => {
    setTried(true);
    if (words.name.trim() === "" || choice === undefined) return;
    const { workPhone, login } = words;
    const body: NewPerson = {
      name: words.name.trim(),
      posts: [{ ...post, ...(choice.proposal ? {} : daysBody(days)) }],
      ...(workPhone.trim() === "" ? {} : { workPhone: workPhone.trim() }),
      ...(login.trim() === "" ? {} : { login: login.trim() }),
    };
    add.mutate(body, {
      onSuccess: (detail) => {
        void message.success(t("person.added", { name: detail.person.name }));
        void go(`/admin/people/${encodeURIComponent(detail.person.id)}`);
      },
    });
  };
  const nameMissing = tried && words.name.trim() === "";
  return (
    <Modal
      open
      title={t("add")}
      okText={t("add")}
      cancelText={t("person.cancel")}
      confirmLoading={add.isPending}
      onOk={submit}
      onCancel={close}
    >
      <Form layout="vertical" component="div">
        <FailureLine error={besides(add.error, ["/from", "/until"])} />
        <Form.Item
          label={t("person.name")}
          required
          htmlFor="new-name"
          {...(nameMissing ? { validateStatus: "error", help: t("person.nameMissing") } : {})}
        >
          <Input
            id="new-name"
            maxLength={40}
            value={words.name}
            onChange={(event) => setWords({ ...words, name: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t("person.phone")} htmlFor="new-phone" extra={t("person.phoneHelp")}>
          <Input
            id="new-phone"
            maxLength={20}
            inputMode="tel"
            value={words.workPhone}
            onChange={(event) => setWords({ ...words, workPhone: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t("login.name")} htmlFor="new-login" extra={t("person.loginHelp")}>
          <Input
            id="new-login"
            maxLength={32}
            autoComplete="off"
            value={words.login}
            onChange={(event) => setWords({ ...words, login: event.target.value })}
          />
        </Form.Item>
        <PostPicker choices={choices} value={post} change={setPost} wrong={tried && !isPost} />
        {choice?.proposal !== true && <PostDays value={days} change={setDays} error={add.error} />}
      </Form>
    </Modal>
  );
}
