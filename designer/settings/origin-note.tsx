/** Where a value comes from: 市级 v1, or the street with who, when and why. */
import { BankOutlined, EditOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { SettingOrigin } from "../../server/contract/types.ts";
import { useEditing } from "./editing.ts";

interface OriginNoteProps {
  readonly origin: SettingOrigin | undefined;
  readonly since?: string | undefined;
  /** Said instead of the city's version, for a parameter that only the street has. */
  readonly own?: string | undefined;
}

export function OriginNote({ origin, since, own }: OriginNoteProps) {
  const { t } = useTranslation("settings");
  const { base } = useEditing().settings;
  if (origin === undefined)
    return (
      <span className="gs-origin">
        <BankOutlined aria-hidden /> {own ?? t("origin.city", { version: base.version })}
      </span>
    );
  return (
    <span className="gs-origin gs-origin-street">
      <EditOutlined aria-hidden /> {t("origin.street", { by: origin.by, at: origin.at })}
      {since !== undefined && since !== origin.at && ` · ${t("origin.since", { from: since })}`}
      <span className="gs-why">{t("origin.why", { why: origin.why })}</span>
    </span>
  );
}
