/** 退回: to which earlier step, and why. */
import { useState, type Ref } from "react";
import { useTranslation } from "react-i18next";
import type { CommandDone, Task } from "../../../server/contract/types.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { Sheet, type SheetDoor } from "../../ui/sheet.tsx";
import { uuidv7 } from "../../ui/uuid.ts";
import { ReasonField, reasonLength } from "./reason-field.tsx";
import { useSendBack } from "./use-task-commands.ts";

interface SendBackSheetProps {
  readonly ref: Ref<SheetDoor>;
  readonly task: Task;
  readonly onDone: (done: CommandDone) => void;
}

function Questions({ task, onDone }: Omit<SendBackSheetProps, "ref">) {
  const { t } = useTranslation("fill");
  const targets = task.sendBackTo ?? [];
  const [to, setTo] = useState(targets[0]?.elementId);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [key] = useState(() => uuidv7());
  const send = useSendBack({ task, onDone });
  const confirm = () => {
    setTried(true);
    if (reason.trim().length < reasonLength) return;
    send.mutate({ key, body: { reason: reason.trim(), ...(to === undefined ? {} : { toElementId: to }) } });
  };
  return (
    <>
      <p className="g-muted">{t("task.sendBackHint")}</p>
      {targets.length > 1 && (
        <fieldset className="f-fieldset">
          <legend>{t("task.sendBackTo")}</legend>
          <div className="g-choices">
            {targets.map((target) => (
              <label key={target.elementId} className={`g-choice${to === target.elementId ? " chosen" : ""}`}>
                <input
                  type="radio"
                  name="send-back-to"
                  checked={to === target.elementId}
                  onChange={() => setTo(target.elementId)}
                />
                {target.name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <ReasonField value={reason} onChange={setReason} showError={tried} />
      {send.isError && <FailureNote error={send.error} />}
      <button type="button" className="g-button danger wide" disabled={send.isPending} onClick={confirm}>
        {send.isPending ? t("task.sending") : t("task.confirmSendBack")}
      </button>
    </>
  );
}

export function SendBackSheet({ ref, task, onDone }: SendBackSheetProps) {
  const { t } = useTranslation("fill");
  return (
    <Sheet ref={ref} title={t("task.sendBackTitle")} closeLabel={t("close")}>
      <Questions task={task} onDone={onDone} />
    </Sheet>
  );
}
