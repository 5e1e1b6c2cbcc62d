/** Publishing: what changes in words, why, and from when; somebody else who was first is named. */
import { ReloadOutlined } from "@ant-design/icons";
import { Alert, Button, Input, Modal, Radio } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem, SettingsPreview, SettingsPublish } from "../../server/contract/types.ts";
import { ApiError } from "../app/api.ts";
import { say } from "../app/i18n.ts";
import { sayFailure } from "../app/failures.ts";
import { FailureCode } from "../desk/parts/failure.tsx";
import { Differences } from "./differences.tsx";
import { changesOf } from "./draft.ts";
import { useEditing } from "./editing.ts";
import { usePublish } from "./queries.ts";

interface PublishProps {
  readonly preview: SettingsPreview | undefined;
  /** Day from which values hold; "" as soon as published. */
  readonly from: string;
  readonly setFrom: (day: string) => void;
  readonly close: () => void;
  readonly published: (version: number) => void;
  readonly reload: () => void;
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

export function PublishDialog({ preview, from, setFrom, close, published, reload }: PublishProps) {
  const { t } = useTranslation("settings");
  const { settings, draft } = useEditing();
  const publish = usePublish(settings.street);
  const [reason, setReason] = useState("");
  const [isLater, setIsLater] = useState(from !== "");
  const [asked, setAsked] = useState(false);
  const noReason = reason.trim() === "";
  const noDay = isLater && from === "";
  const send = () => {
    setAsked(true);
    if (noReason || noDay) return;
    const [first, ...rest] = changesOf(draft);
    if (first === undefined) return;
    const body = { version: settings.version, changes: [first, ...rest] as SettingsPublish["changes"], reason };
    publish.mutate({ ...body, ...(isLater ? { from } : {}) }, { onSuccess: ({ version }) => published(version) });
  };
  const chooseWhen = (later: boolean) => {
    setIsLater(later);
    setFrom(later ? dayAfter(settings.today) : "");
  };
  return (
    <Modal
      open
      title={t("publish.title")}
      okText={t("publish.go")}
      cancelText={t("action.cancel")}
      width={640}
      confirmLoading={publish.isPending}
      onOk={send}
      onCancel={close}
      closable={{ "aria-label": t("action.close") }}
    >
      <h3 className="gs-dialog-head">{t("publish.what")}</h3>
      <Differences differences={preview?.differences ?? []} />
      <Wrong problems={preview?.problems ?? []} />
      <ReasonField reason={reason} setReason={setReason} wrong={asked && noReason} />
      <fieldset className="gs-when">
        <legend>{t("publish.when")}</legend>
        <Radio.Group
          value={isLater}
          onChange={(event) => chooseWhen(event.target.value === true)}
          options={[
            { value: false, label: t("publish.now") },
            { value: true, label: t("publish.later") },
          ]}
        />
        {isLater && (
          <Input
            type="date"
            className="gs-day"
            value={from}
            min={dayAfter(settings.today)}
            aria-label={t("publish.day")}
            onChange={(event) => setFrom(event.target.value)}
            {...(asked && noDay ? { status: "error" as const } : {})}
          />
        )}
        {asked && noDay && <p className="gs-faults">{t("publish.dayMissing")}</p>}
      </fieldset>
      <p className="gs-hint">{t("publish.note")}</p>
      {publish.isError && <PublishFailure error={publish.error} reload={reload} />}
    </Modal>
  );
}

function Wrong({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  const words = problems.map((each) => say({ "zh-CN": each.zh, en: each.en }));
  return <Alert type="error" showIcon title={[...new Set(words)].join("；")} />;
}

export function ReasonField({
  reason,
  setReason,
  wrong,
}: {
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly wrong: boolean;
}) {
  const { t } = useTranslation("settings");
  const id = useId();
  return (
    <div className="gs-reason">
      <label htmlFor={id}>{t("publish.reason")}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={500}
        value={reason}
        placeholder={t("publish.reasonHint")}
        aria-invalid={wrong}
        aria-describedby={`${id}-faults`}
        onChange={(event) => setReason(event.target.value)}
        {...(wrong ? { status: "error" as const } : {})}
      />
      <p id={`${id}-faults`} className="gs-faults" aria-live="polite">
        {wrong && t("publish.reasonMissing")}
      </p>
    </div>
  );
}

/** 409: the sentence names who was first and when; what was changed here is kept. */
export function PublishFailure({ error, reload }: { readonly error: unknown; readonly reload: () => void }) {
  const { t } = useTranslation("settings");
  const isConflict = error instanceof ApiError && error.status === 409;
  return (
    <Alert
      type={isConflict ? "warning" : "error"}
      showIcon
      title={sayFailure(error).text}
      description={
        <>
          {isConflict && <p>{t("publish.kept")}</p>}
          <FailureCode error={error} />
        </>
      }
      action={
        isConflict && (
          <Button size="small" icon={<ReloadOutlined aria-hidden />} onClick={reload}>
            {t("publish.reload")}
          </Button>
        )
      }
    />
  );
}
