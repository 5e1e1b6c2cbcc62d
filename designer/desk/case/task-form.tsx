/** The form of a task, and sending it. What was typed stays until the server has taken it. */
import { CheckOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseDetail, CommandDone, CompleteTask, Form, Task } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { currentLanguage } from "../../app/i18n.ts";
import { FormView } from "../../ui/form-view.tsx";
import type { FormData } from "../../ui/form/environment.tsx";
import { uuidv7 } from "../../ui/uuid.ts";
import { useCasesChanged } from "../parts/queries.ts";
import { useFormContext } from "../parts/use-form-context.ts";
import { useSayDone } from "./command-dialog.tsx";
import { ConflictNote } from "./conflict-note.tsx";

interface TaskFormProps {
  readonly task: Task;
  readonly detail: CaseDetail;
  /** Reads the task again; the form keeps what is in it. */
  readonly reload: () => void;
}

function useComplete({ task, detail }: TaskFormProps) {
  const casesChanged = useCasesChanged();
  const sayDone = useSayDone();
  const { street, id } = task.task;
  return useMutation({
    mutationFn: (body: CompleteTask) =>
      api.post<CommandDone>(
        `/tasks/${encodeURIComponent(street)}/${encodeURIComponent(id)}/complete`,
        // The newest revision that the screen has shown: older than that, somebody acted unseen.
        { ...body, revision: Math.max(detail.revision, task.revision) },
        body.submissionId,
      ),
    onSuccess: async (done) => {
      sayDone(done);
      await casesChanged();
    },
  });
}

export function TaskForm(props: TaskFormProps) {
  const complete = useComplete(props);
  const casesChanged = useCasesChanged();
  const reload = async () => {
    await casesChanged();
    props.reload();
    complete.reset();
  };
  const send = async (body: CompleteTask) => {
    await complete.mutateAsync(body);
  };
  const { form } = props.task;
  return (
    <>
      {form === undefined ? (
        <PlainTask send={send} busy={complete.isPending} />
      ) : (
        <FilledTask key={form.hash} form={form} task={props.task} send={send} busy={complete.isPending} />
      )}
      {complete.isError && <ConflictNote error={complete.error} reload={() => void reload()} />}
    </>
  );
}

interface SendProps {
  readonly send: (body: CompleteTask) => Promise<void>;
  readonly busy: boolean;
}

function PlainTask({ send, busy }: SendProps) {
  const { t } = useTranslation("desk");
  const [submissionId] = useState(() => uuidv7());
  // What went wrong stands below, told by the mutation.
  const confirm = () => void send({ submissionId, data: {} }).catch(() => undefined);
  return (
    <>
      <p className="gl-quiet">{t("work.noForm")}</p>
      <Button type="primary" icon={<CheckOutlined aria-hidden />} loading={busy} onClick={confirm}>
        {t("work.complete")}
      </Button>
    </>
  );
}

interface FilledTaskProps extends SendProps {
  readonly form: Form;
  readonly task: Task;
}

function FilledTask({ form, task, send, busy }: FilledTaskProps) {
  const { t } = useTranslation("desk");
  const [data, setData] = useState<FormData>({});
  const context = useFormContext(task.task.street, `task:${task.task.street}:${task.task.id}`);
  return (
    <FormView
      form={form}
      data={data}
      onChange={setData}
      onSubmit={(filled, { submissionId }) =>
        send({ submissionId, data: filled, deviceTime: new Date().toISOString() })
      }
      language={currentLanguage()}
      context={context}
      fieldRights={task.fieldRights}
      inputs={task.inputs}
      actions={
        <Button type="primary" htmlType="submit" icon={<CheckOutlined aria-hidden />} loading={busy}>
          {t("work.submit")}
        </Button>
      }
    />
  );
}
