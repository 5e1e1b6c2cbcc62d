/** Appears when rows are ticked: one command for all of them, each sent by itself, failures named one by one. */
import { CloseOutlined, SoundOutlined, UserAddOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandDone } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { sayFailure } from "../../app/failures.ts";
import { may, useSession } from "../../app/session.ts";
import { uuidv7 } from "../../ui/uuid.ts";
import { useCasesChanged } from "../parts/queries.ts";
import type { Row } from "./rows.ts";
import type { Selection } from "./use-selection.ts";
import type { ViewKey } from "./views.ts";

type Send = (row: Row) => Promise<CommandDone>;

interface Outcome {
  readonly done: number;
  /** "南苑-…：这项任务已被认领" */
  readonly refused: readonly string[];
}

/** One after the other: the server's own checks decide each, and one refusal stops none of the others. */
async function sendAll(rows: readonly Row[], send: Send): Promise<Outcome> {
  const refused: string[] = [];
  for (const row of rows) {
    try {
      await send(row);
    } catch (error) {
      refused.push(`${row.case.number}：${sayFailure(error).text}`);
    }
  }
  return { done: rows.length - refused.length, refused };
}

function claim(row: Row): Promise<CommandDone> {
  if (row.task === undefined) throw new Error(`Expected a task in row ${row.id} but there is none`);
  return api.post(
    `/tasks/${encodeURIComponent(row.task.street)}/${encodeURIComponent(row.task.id)}/claim`,
    {},
    uuidv7(),
  );
}

const supervise =
  (requirement: string): Send =>
  (row) =>
    api.post(`/cases/${encodeURIComponent(row.case.id)}/supervise`, { requirement }, uuidv7());

/** Each row's case once: two tasks of one case make one order. */
function onceEachCase(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.case.id, row])).values()];
}

function useBulk(selection: Selection) {
  const { t } = useTranslation("desk");
  const { notification } = App.useApp();
  const casesChanged = useCasesChanged();
  return useMutation({
    mutationFn: ({ rows, send }: { readonly rows: readonly Row[]; readonly send: Send }) => sendAll(rows, send),
    onSuccess: async ({ done, refused }) => {
      const tell = refused.length === 0 ? notification.success : notification.warning;
      tell({
        title: t("bulk.done", { count: done }),
        description: refused.length === 0 ? undefined : <BulkRefusals lines={refused} />,
        ...(refused.length === 0 ? {} : { duration: 0 }),
      });
      selection.clear();
      await casesChanged();
    },
  });
}

function BulkRefusals({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => <p key={line}>{line}</p>);
}

interface BulkBarProps {
  readonly view: ViewKey;
  readonly selection: Selection;
}

export function BulkBar({ view, selection }: BulkBarProps) {
  const { t } = useTranslation("desk");
  const { data: session } = useSession();
  const bulk = useBulk(selection);
  const [asking, setAsking] = useState(false);
  const { rows } = selection;
  if (rows.length === 0) return null;
  const claimable = rows.filter((row) => row.task !== undefined && row.task.assignee === undefined);
  return (
    <div className="gl-bulk" role="region" aria-label={t("bulk.title")}>
      <strong role="status">{t("bulk.chosen", { count: rows.length })}</strong>
      {(view === "todo" || view === "toSign") && may(session, "task.complete") && (
        <Button
          icon={<UserAddOutlined aria-hidden />}
          disabled={claimable.length === 0}
          loading={bulk.isPending}
          onClick={() => bulk.mutate({ rows: claimable, send: claim })}
        >
          {t("bulk.claim", { count: claimable.length })}
        </Button>
      )}
      {view !== "done" && may(session, "case.supervise") && (
        <Button icon={<SoundOutlined aria-hidden />} loading={bulk.isPending} onClick={() => setAsking(true)}>
          {t("bulk.supervise")}
        </Button>
      )}
      <Button type="text" icon={<CloseOutlined aria-hidden />} onClick={selection.clear}>
        {t("bulk.clear")}
      </Button>
      {asking && (
        <SuperviseAll
          count={onceEachCase(rows).length}
          close={() => setAsking(false)}
          send={(requirement) => {
            setAsking(false);
            bulk.mutate({ rows: onceEachCase(rows), send: supervise(requirement) });
          }}
        />
      )}
    </div>
  );
}

interface SuperviseAllProps {
  readonly count: number;
  readonly close: () => void;
  readonly send: (requirement: string) => void;
}

function SuperviseAll({ count, close, send }: SuperviseAllProps) {
  const { t } = useTranslation("desk");
  const [form] = Form.useForm<{ readonly requirement: string }>();
  const label = t("command.supervise.reason");
  return (
    <Modal
      open
      title={t("bulk.superviseTitle", { count })}
      okText={t("command.supervise.ok")}
      cancelText={t("command.cancelled")}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => send(values.requirement.trim())}>
        <Form.Item
          name="requirement"
          label={label}
          rules={[{ required: true, whitespace: true, message: t("command.missing", { field: label }) }]}
        >
          <Input.TextArea rows={4} maxLength={2000} showCount placeholder={t("command.supervise.hint")} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
