/** 更多: what is done less often, each with its word. */
import { useRef, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Task } from "../../../server/contract/types.ts";
import { Icon } from "../../ui/icons.tsx";
import { Sheet, type SheetDoor } from "../../ui/sheet.tsx";

interface MoreSheetProps {
  readonly ref: Ref<SheetDoor>;
  readonly task: Task;
  readonly onSendBack: () => void;
  readonly onTransfer: () => void;
}

export function MoreSheet({ ref, task, onSendBack, onTransfer }: MoreSheetProps) {
  const { t } = useTranslation("fill");
  const own = useRef<SheetDoor>(null);
  const keep = (door: SheetDoor | null) => {
    own.current = door;
    if (typeof ref === "function") ref(door);
    else if (ref !== null) ref.current = door;
  };
  const choose = (open: () => void) => () => {
    own.current?.close();
    open();
  };
  return (
    <Sheet ref={keep} title={t("task.more")} closeLabel={t("close")}>
      {task.actions.includes("sendBack") && (
        <button type="button" className="g-button wide" onClick={choose(onSendBack)}>
          <Icon name="back" size={20} />
          {t("task.sendBack")}
        </button>
      )}
      {task.actions.includes("transfer") && (
        <button type="button" className="g-button wide" onClick={choose(onTransfer)}>
          <Icon name="people" size={20} />
          {t("task.transfer")}
        </button>
      )}
      <Link className="g-button wide" to={`/m/cases/${task.case.summary.id}`}>
        <Icon name="list" size={20} />
        {t("task.progress")}
      </Link>
    </Sheet>
  );
}
