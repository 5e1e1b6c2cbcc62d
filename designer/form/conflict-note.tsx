/** Two people edited one form: who and when, and a choice; nothing is overwritten in silence. */
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sayMoment } from "../app/dates.ts";
import type { Conflict } from "./session/draft-saver.ts";
import type { Designer } from "./session/use-designer.ts";

interface ConflictNoteProps {
  readonly designer: Designer;
  readonly conflict: Conflict;
  readonly announce: (words: string) => void;
}

export function ConflictNote({ designer, conflict, announce }: ConflictNoteProps) {
  const { t } = useTranslation("form");
  const [busy, setBusy] = useState(false);
  const choose = (work: () => Promise<unknown>, words?: string) => {
    setBusy(true);
    void work().finally(() => {
      setBusy(false);
      if (words !== undefined) announce(words);
    });
  };
  return (
    <Alert
      banner
      type="warning"
      showIcon
      title={t("conflict.title", { by: conflict.by, when: sayMoment(conflict.at) })}
      description={t("conflict.means")}
      action={
        <span className="fd-choice">
          <Button loading={busy} onClick={() => choose(designer.takeTheirs, t("conflict.taken"))}>
            {t("conflict.theirs")}
          </Button>
          <Button danger disabled={busy} onClick={() => choose(() => designer.saver.follow(conflict.editSequence))}>
            {t("conflict.mine")}
          </Button>
        </span>
      }
    />
  );
}
