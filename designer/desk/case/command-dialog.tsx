/** One dialog for all commands: says what will happen, asks why, and afterwards says what did and to whom it went. */
import { useMutation } from "@tanstack/react-query";
import { Alert, App, Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandDone } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { say } from "../../app/i18n.ts";
import { uuidv7 } from "../../ui/uuid.ts";
import { useCasesChanged } from "../parts/queries.ts";
import { CommandFields } from "./command-fields.tsx";
import { commandBody, commandPath, type CommandSpec, type CommandTarget, type CommandValues } from "./commands.ts";
import { ConflictNote } from "./conflict-note.tsx";

interface CommandDialogProps {
  readonly spec: CommandSpec;
  readonly target: CommandTarget;
  readonly close: () => void;
}

/** Says in a corner what was done and where the case is now. */
export function useSayDone() {
  const { notification } = App.useApp();
  const { t } = useTranslation("desk");
  return (done: CommandDone) => {
    const lead = say(done.case.leadTitle);
    notification.success({
      title: say(done.message),
      description: t(lead === "" ? "done.now" : "done.nowAt", {
        number: done.case.number,
        state: say(done.case.stateTitle),
        lead,
      }),
    });
  };
}

export function CommandDialog({ spec, target, close }: CommandDialogProps) {
  const { t } = useTranslation("desk");
  const [form] = Form.useForm<CommandValues>();
  const [attempt, setAttempt] = useState(() => uuidv7());
  const casesChanged = useCasesChanged();
  const sayDone = useSayDone();
  const send = useMutation({
    mutationFn: (values: CommandValues) =>
      api.post<CommandDone>(
        commandPath(spec.key, target),
        commandBody(spec.key, values, target.detail.revision),
        attempt,
      ),
    onSuccess: async (done) => {
      close();
      sayDone(done);
      await casesChanged();
    },
    // A refused command was not stored: the next try is a new one and needs a key of its own.
    onError: () => setAttempt(uuidv7()),
  });
  const reload = async () => {
    await casesChanged();
    send.reset();
  };
  const of = target.detail.summary;
  return (
    <Modal
      open
      title={t(`command.${spec.key}.title`, { number: of.number })}
      okText={t(`command.${spec.key}.ok`)}
      okButtonProps={{ danger: spec.danger === true, loading: send.isPending }}
      cancelText={t("command.cancelled")}
      onOk={() => form.submit()}
      onCancel={close}
      mask={{ closable: false }}
      width={560}
    >
      <Alert
        type={spec.danger === true ? "warning" : "info"}
        showIcon
        title={t(`command.${spec.key}.means`)}
        className="gl-means"
      />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => send.mutate(values)}
        scrollToFirstError
      >
        <CommandFields spec={spec} target={target} />
      </Form>
      {send.isError && <ConflictNote error={send.error} reload={() => void reload()} />}
    </Modal>
  );
}
