/** Differences between two versions in words, the gravest first, each with its weight as a word and a colour. */
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { DefinitionChange } from "../../../server/contract/types.ts";
import { currentLanguage } from "../../app/i18n.ts";

export function ChangeList({ changes }: { readonly changes: readonly DefinitionChange[] }) {
  const { t } = useTranslation("form");
  if (changes.length === 0) return <p className="gl-quiet">{t("publish.noChanges")}</p>;
  return (
    <ul className="fd-changes">
      {changes.map((change, at) => (
        <li key={String(at)}>
          <Tag className={`fd-weight ${change.severity}`}>{t(`publish.${change.severity}`)}</Tag>
          <span>{currentLanguage() === "en" ? change.en : change.zh}</span>
        </li>
      ))}
    </ul>
  );
}
