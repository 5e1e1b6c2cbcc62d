/** 转办: to whom, and why; the time limit stays. */
import { useId, useState, type Ref } from "react";
import { useTranslation } from "react-i18next";
import type { CommandDone, Task, Transfer } from "../../../server/contract/types.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { say } from "../../app/i18n.ts";
import { Sheet, type SheetDoor } from "../../ui/sheet.tsx";
import { uuidv7 } from "../../ui/uuid.ts";
import { ReasonField, reasonLength } from "./reason-field.tsx";
import { useTransfer } from "./use-task-commands.ts";

interface TransferSheetProps {
  readonly ref: Ref<SheetDoor>;
  readonly task: Task;
  readonly onDone: (done: CommandDone) => void;
}

/** `group` or `group person`: ids hold no blanks. */
function bodyOf(target: string, reason: string): Transfer {
  const [group = "", personId] = target.split(" ");
  return { reason, group, ...(personId === undefined ? {} : { personId }) };
}

function Questions({ task, onDone }: Omit<TransferSheetProps, "ref">) {
  const { t } = useTranslation("fill");
  const id = useId();
  const [target, setTarget] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [key] = useState(() => uuidv7());
  const send = useTransfer({ task, onDone });
  const groups = task.transferTo ?? [];
  if (groups.length === 0) return <p>{t("task.transferNobody")}</p>;
  const confirm = () => {
    setTried(true);
    if (target !== "" && reason.trim().length >= reasonLength)
      send.mutate({ key, body: bodyOf(target, reason.trim()) });
  };
  return (
    <>
      <p className="g-muted">{t("task.transferHint")}</p>
      <div className="f-field">
        <label htmlFor={id} className="f-label">
          {t("task.transferTo")}
        </label>
        <select
          id={id}
          className="g-input"
          value={target}
          aria-invalid={tried && target === ""}
          aria-describedby={`${id}-error`}
          onChange={(event) => setTarget(event.target.value)}
        >
          <option value="">{t("task.chooseTarget")}</option>
          {groups.map((group) => (
            <optgroup key={group.group} label={say(group.title)}>
              <option value={group.group}>{t("task.transferAny", { group: say(group.title) })}</option>
              {group.people.map((person) => (
                <option key={person.id} value={`${group.group} ${person.id}`}>
                  {person.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <p id={`${id}-error`} className="f-error" aria-live="polite">
          {tried && target === "" ? t("task.chooseTarget") : ""}
        </p>
      </div>
      <ReasonField value={reason} onChange={setReason} showError={tried} />
      {send.isError && <FailureNote error={send.error} />}
      <button type="button" className="g-button primary wide" disabled={send.isPending} onClick={confirm}>
        {send.isPending ? t("task.sending") : t("task.confirmTransfer")}
      </button>
    </>
  );
}

export function TransferSheet({ ref, task, onDone }: TransferSheetProps) {
  const { t } = useTranslation("fill");
  return (
    <Sheet ref={ref} title={t("task.transferTitle")} closeLabel={t("close")}>
      <Questions task={task} onDone={onDone} />
    </Sheet>
  );
}
