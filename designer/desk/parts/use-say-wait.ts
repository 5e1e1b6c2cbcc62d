/** Why a case waits, in one sentence with its times: "等待 南苑街道城管中队 签收，自 今天 09:00，至 今天 11:00". */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { WaitReason } from "../../../server/contract/types.ts";
import { sayWhen } from "../../app/dates.ts";
import { currentLanguage } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";

export function useSayWait(): (wait: WaitReason) => string {
  const { t } = useTranslation("desk");
  const now = useNow().getTime();
  return useCallback(
    (wait) => {
      const said = currentLanguage() === "en" ? wait.en : wait.zh;
      const since = t("waits.since", { said, when: sayWhen(wait.since, new Date(now)) });
      return wait.until === undefined
        ? since
        : t("waits.until", { said: since, when: sayWhen(wait.until, new Date(now)) });
    },
    [t, now],
  );
}
