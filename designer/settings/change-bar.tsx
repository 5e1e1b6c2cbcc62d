/** What is changed and not published yet, always in sight. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { say } from "../app/i18n.ts";
import { useEditing } from "./editing.ts";
import { noChanges } from "./draft.ts";

interface ChangeBarProps {
  readonly isChecking: boolean;
  readonly rehearse: () => void;
  readonly publish: () => void;
}

export function ChangeBar({ isChecking, rehearse, publish }: ChangeBarProps) {
  const { t } = useTranslation("settings");
  const { draft, faults, change } = useEditing();
  const count = Object.keys(draft).length;
  if (count === 0) return null;
  const sentences = [...new Set([...faults.values()].flat().map(({ zh, en }) => say({ "zh-CN": zh, en })))];
  return (
    <div className="gs-bar" role="region" aria-label={t("bar.label")}>
      <span role="status">
        {t("bar.count", { count })}
        {faults.size > 0 && <b className="gs-bar-faults"> · {t("bar.faults", { count: faults.size })}</b>}
        {isChecking && <span className="gs-hint"> · {t("bar.checking")}</span>}
      </span>
      {sentences.length > 0 && <p className="gs-bar-words">{sentences.slice(0, 2).join(" ")}</p>}
      <Button onClick={() => change(() => noChanges)}>{t("bar.discard")}</Button>
      <Button onClick={rehearse}>{t("chain.rehearse")}</Button>
      <Button type="primary" disabled={faults.size > 0} onClick={publish}>
        {t("bar.publish")}
      </Button>
    </div>
  );
}
