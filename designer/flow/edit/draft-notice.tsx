/** Two people at one flow: each is told who saved and when, and nobody overwrites the other without saying so. */
import { Alert, Button, Space } from "antd";
import { useTranslation } from "react-i18next";
import type { DefinitionDraft } from "../../../server/contract/types.ts";
import { sayWhen } from "../../app/dates.ts";
import { useNow } from "../../app/now.ts";
import { useSession } from "../../app/session.ts";
import type { FlowName } from "./drafts.ts";
import type { Saving } from "./use-saving.ts";

interface DraftNoticeProps {
  readonly name: FlowName;
  readonly draft: DefinitionDraft;
  readonly saving: Saving;
  readonly reload: () => Promise<void>;
  /** Saves over the draft with this edit sequence. */
  readonly insist: (over: number) => void;
}

export function DraftNotice({ name, draft, saving, reload, insist }: DraftNoticeProps) {
  const { t } = useTranslation("flowEdit");
  const { data: session } = useSession();
  const now = useNow();
  const { other } = saving;
  if (other !== undefined) {
    const { editSequence } = other;
    return (
      <Alert
        type="warning"
        showIcon
        banner
        title={t("other.title", { by: other.by, when: sayWhen(other.at, now) })}
        description={t("other.means")}
        action={
          <Space wrap>
            <Button size="small" href={`/admin/compare/${name.pack}/process/${name.key}?to=draft`} target="_blank">
              {t("other.look")}
            </Button>
            <Button size="small" onClick={() => void reload()}>
              {t("other.take")}
            </Button>
            {editSequence !== undefined && (
              <Button size="small" danger onClick={() => insist(editSequence)}>
                {t("other.insist")}
              </Button>
            )}
          </Space>
        }
      />
    );
  }
  const { by, at } = draft;
  if (!draft.isChanged || by === undefined || at === undefined || by.id === session?.person.id) return null;
  return (
    <Alert type="info" showIcon banner closable title={t("other.draft", { by: by.name, when: sayWhen(at, now) })} />
  );
}
