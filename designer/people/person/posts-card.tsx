/** Posts in force, those that wait, and those of the past; giving and ending them. */
import { PlusOutlined } from "@ant-design/icons";
import { App, Button, Card, Form, Modal, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonDetail, PersonPost, PostAnswer, PostWish } from "../../../server/contract/types.ts";
import { sayMoment } from "../../app/dates.ts";
import { may, useSession } from "../../app/session.ts";
import { sayPost } from "../names.ts";
import { FailureLine } from "../parts/failure-line.tsx";
import { besides } from "../parts/help-at.ts";
import { daysBody, openDays, PostDays, PostTurns, type DaysValue } from "../parts/post-days.tsx";
import { PostPicker, type PostValue } from "../parts/post-picker.tsx";
import { useChange } from "../queries.ts";
import { DaysDialog } from "./days-dialog.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";

export function PostsCard({ detail }: { readonly detail: PersonDetail }) {
  const { t } = useTranslation("people");
  const [giving, setGiving] = useState(false);
  const { person, history, appointable, actions } = detail;
  const give = actions.includes("appoint") && appointable.length > 0 && (
    <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setGiving(true)}>
      {t("post.give")}
    </Button>
  );
  return (
    <Card className="gl-person-posts" title={t("post.current")} extra={give}>
      {person.posts.length === 0 && <p className="gl-quiet">{t("post.none")}</p>}
      <ul>
        {person.posts.map((post) => (
          <PostLine key={`${post.unit}/${post.role}`} detail={detail} post={post} />
        ))}
      </ul>
      <h2>{t("post.history")}</h2>
      {history.length === 0 && <p className="gl-quiet">{t("post.noHistory")}</p>}
      <ul>
        {history.map((post) => (
          <li key={`${post.unit}/${post.role}/${post.from}`}>
            <span>{sayPost(post)}</span>
            <small className="gl-quiet">
              {t("post.span", { from: sayMoment(post.from), to: sayMoment(post.to ?? post.from) })}
              {(post.state === "declined" || post.state === "withdrawn") && ` · ${t(`post.${post.state}`)}`}
            </small>
          </li>
        ))}
      </ul>
      {giving && <GiveDialog detail={detail} close={() => setGiving(false)} />}
    </Card>
  );
}

/** Officers take office when a second person agrees: their posts have no days set ahead. */
const officers: ReadonlySet<string> = new Set(["systemAdmin", "securityAdmin", "auditor"]);

function PostLine({ detail, post }: { readonly detail: PersonDetail; readonly post: PersonPost }) {
  const { t } = useTranslation("people");
  const [ending, setEnding] = useState(false);
  const [dating, setDating] = useState(false);
  const { data: session } = useSession();
  const isPlanned = post.state === "planned";
  const isProposed = post.state === "proposed";
  const mayAnswer = isProposed && post.mine && may(session, "person.confirm");
  return (
    <li>
      <span>{sayPost(post)}</span>
      <small className="gl-quiet">
        {isProposed && <Tag>{t("post.proposed")}</Tag>}
        {post.state === "current" && t("post.since", { time: sayMoment(post.from) })}
      </small>
      <PostTurns post={post} />
      {mayAnswer && <Answer detail={detail} post={post} />}
      {!isProposed && post.mine && !officers.has(post.role) && (
        <Button size="small" onClick={() => setDating(true)} aria-label={t("post.daysTitle", { post: sayPost(post) })}>
          {t("post.days")}
        </Button>
      )}
      {!isProposed && post.mine && (
        <Button
          size="small"
          onClick={() => setEnding(true)}
          aria-label={t(isPlanned ? "post.withdrawTitle" : "post.endTitle", { post: sayPost(post) })}
        >
          {t(isPlanned ? "post.withdraw" : "post.end")}
        </Button>
      )}
      {dating && <DaysDialog person={detail.person} post={post} close={() => setDating(false)} />}
      {ending && <LeaveDialog person={detail.person} post={post} close={() => setEnding(false)} />}
    </li>
  );
}

function Answer({ detail, post }: { readonly detail: PersonDetail; readonly post: PersonPost }) {
  const { t } = useTranslation("people");
  const { unit, role } = post;
  const answer = useChange<PostAnswer, PersonDetail>(
    () => `/people/${encodeURIComponent(detail.person.id)}/posts/answer`,
  );
  return (
    <>
      <Button type="primary" size="small" onClick={() => answer.mutate({ unit, role, agreed: true })}>
        {t("post.agree")}
      </Button>
      <Button size="small" onClick={() => answer.mutate({ unit, role, agreed: false })}>
        {t("post.decline")}
      </Button>
      <FailureLine error={answer.error} />
    </>
  );
}

function GiveDialog({ detail, close }: { readonly detail: PersonDetail; readonly close: () => void }) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const { appointable, person } = detail;
  const [post, setPost] = useState<PostValue>({ unit: "", role: "" });
  const [days, setDays] = useState<DaysValue>(openDays);
  const [tried, setTried] = useState(false);
  const give = useChange<PostWish, PersonDetail>(() => `/people/${encodeURIComponent(person.id)}/posts`);
  const choice = appointable.find((each) => each.unit === post.unit && each.role === post.role);
  const submit = () => {
    setTried(true);
    if (choice === undefined) return;
    give.mutate(
      { ...post, ...(choice.proposal ? {} : daysBody(days)) },
      {
        onSuccess: () => {
          void message.success(t("person.saved"));
          close();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t("post.give")}
      okText={t(choice?.proposal === true ? "post.propose" : "post.giveNow")}
      cancelText={t("person.cancel")}
      confirmLoading={give.isPending}
      onOk={submit}
      onCancel={close}
    >
      <Form layout="vertical" component="div">
        <FailureLine error={besides(give.error, ["/from", "/until"])} />
        <PostPicker choices={appointable} value={post} change={setPost} wrong={tried && choice === undefined} />
        {choice?.proposal !== true && <PostDays value={days} change={setDays} error={give.error} />}
        {choice?.proposal === true && <p className="gl-quiet">{t("post.proposeHelp")}</p>}
      </Form>
    </Modal>
  );
}
