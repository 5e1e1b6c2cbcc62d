/** Switches between Chinese and English without a reload. */
import { useTranslation } from "react-i18next";
import { Icon } from "../ui/icons.tsx";
import { switchLanguage } from "./i18n.ts";
import "./words.ts";

export function LanguageSwitch() {
  const { t, i18n } = useTranslation("app");
  const other = i18n.language === "en" ? "zh-CN" : "en";
  return (
    <button type="button" className="g-button quiet small" lang={other} onClick={() => void switchLanguage(other)}>
      <Icon name="language" size={20} />
      {t("switchTo")}
    </button>
  );
}
