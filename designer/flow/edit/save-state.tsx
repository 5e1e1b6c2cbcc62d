/** Whether what one sees is on the server, and whether it is published. */
import { useTranslation } from "react-i18next";
import { sayWhen } from "../../app/dates.ts";
import { useNow } from "../../app/now.ts";
import type { Saving } from "./use-saving.ts";

interface SaveStateProps {
  readonly saving: Saving;
  readonly publishedVersion: number | undefined;
}

export function SaveState({ saving, publishedVersion }: SaveStateProps) {
  const { t } = useTranslation("flowEdit");
  const now = useNow();
  const { isSaving, isDirty, isChanged, savedAt } = saving;
  const words = isSaving
    ? t("state.saving")
    : isDirty
      ? t("state.dirty")
      : isChanged && savedAt !== undefined
        ? t("state.saved", { when: sayWhen(savedAt, now) })
        : t("state.same");
  return (
    <p className="gl-case-line gl-quiet">
      <span>
        {publishedVersion === undefined ? t("state.new") : t("state.published", { version: publishedVersion })}
      </span>
      <span role="status">{words}</span>
    </p>
  );
}
