/** The form of a task; the button that sends it stands in the bar below. */
import { useEffect, useState } from "react";
import type { CommandDone, Form, Task } from "../../../server/contract/types.ts";
import { currentLanguage } from "../../app/i18n.ts";
import { FormView } from "../../ui/form-view.tsx";
import type { FormData } from "../../ui/form/environment.tsx";
import { uuidv7 } from "../../ui/uuid.ts";
import { SendFailure } from "../form/send-failure.tsx";
import { useResend, type Resend } from "../form/use-resend.ts";
import { useFormContext } from "../parts/use-form-context.ts";
import { useAfterCommand } from "../queries.ts";
import { completeTask } from "./use-task-commands.ts";

interface TaskFormProps {
  readonly task: Task;
  readonly formId: string;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: (done: CommandDone) => void;
}

type Send = (data: FormData, submissionId: string) => Promise<void>;

function useComplete({ task, onBusy, onDone }: TaskFormProps, resend: Resend): Send {
  const afterCommand = useAfterCommand();
  return resend.guard(async (data, submissionId) => {
    onBusy(true);
    try {
      const body = { submissionId, data: { ...data }, deviceTime: new Date().toISOString() };
      onDone(await completeTask(task, body));
    } finally {
      onBusy(false);
    }
    await afterCommand();
  });
}

/** A task without a form is sent as it is. */
function PlainForm({ formId, send }: { readonly formId: string; readonly send: Send }) {
  const [submissionId] = useState(() => uuidv7());
  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        void send({}, submissionId).catch(() => undefined);
      }}
    />
  );
}

interface FilledFormProps {
  readonly task: Task;
  readonly form: Form;
  readonly formId: string;
  readonly send: Send;
  readonly onChanged: () => void;
}

function FilledForm({ task, form, formId, send, onChanged }: FilledFormProps) {
  const [data, setData] = useState<FormData>({});
  const context = useFormContext(task.task.street, { draft: `task/${task.task.street}/${task.task.id}` });
  return (
    <section className="g-card">
      <FormView
        form={form}
        formId={formId}
        data={data}
        onChange={(next) => {
          setData(next);
          onChanged();
        }}
        onSubmit={(filled, { submissionId }) => send(filled, submissionId)}
        language={currentLanguage()}
        context={context}
        fieldRights={task.fieldRights}
        inputs={task.inputs}
        actions={null}
      />
    </section>
  );
}

export function TaskForm(props: TaskFormProps) {
  const { task, formId, onBusy } = props;
  const resend = useResend(formId);
  const send = useComplete(props, resend);
  useEffect(() => () => onBusy(false), [onBusy]);
  return (
    <>
      {task.form === undefined ? (
        <PlainForm formId={formId} send={send} />
      ) : (
        <FilledForm task={task} form={task.form} formId={formId} send={send} onChanged={resend.changed} />
      )}
      <SendFailure resend={resend} />
    </>
  );
}
