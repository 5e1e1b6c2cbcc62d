/** Scope, search, notices, language and person: the same on every page of the desk. */
import { GlobalOutlined, MenuOutlined } from "@ant-design/icons";
import { Button, Select, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { DemoClock } from "../../app/demo-clock.tsx";
import { currentLanguage, say, switchLanguage } from "../../app/i18n.ts";
import { may, useSession } from "../../app/session.ts";
import { useWide } from "../parts/use-wide.ts";
import { CaseSearch } from "./case-search.tsx";
import { NoticeBell } from "./notice-bell.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { useStreetScope } from "./street-scope.tsx";
import "./top-bar.css";

export function TopBar({ openRail }: { readonly openRail: () => void }) {
  const { t } = useTranslation("desk");
  const { data: session } = useSession();
  const roomy = useWide(900);
  return (
    <header className="gl-top">
      <Button
        className="gl-top-menu"
        type="text"
        icon={<MenuOutlined aria-hidden />}
        aria-label={t("frame.modules")}
        onClick={openRail}
      />
      <StreetSwitch />
      {may(session, "case.read") && <CaseSearch />}
      <div className="gl-top-end">
        {session?.demo === true && <DemoClock compact={!roomy} />}
        <NoticeBell />
        <LanguageSwitch />
        <PersonMenu />
      </div>
    </header>
  );
}

function StreetSwitch() {
  const { t } = useTranslation("desk");
  const { street, streets, choose } = useStreetScope();
  const only = streets[0];
  if (only === undefined) return <span className="gl-top-street" />;
  if (streets.length === 1) return <span className="gl-top-street">{say(only.title)}</span>;
  const options = [
    { value: "", label: t("frame.allStreets") },
    ...streets.map((unit) => ({ value: unit.code, label: say(unit.title) })),
  ];
  return (
    <Select
      className="gl-top-street"
      aria-label={t("frame.street")}
      value={street}
      options={options}
      onChange={choose}
      popupMatchSelectWidth={false}
    />
  );
}

function LanguageSwitch() {
  const { t } = useTranslation("desk");
  const next = currentLanguage() === "en" ? "zh-CN" : "en";
  return (
    <Tooltip title={t("frame.language")}>
      <Button type="text" icon={<GlobalOutlined aria-hidden />} lang={next} onClick={() => void switchLanguage(next)}>
        <span className="gl-wide-only">{next === "en" ? "English" : "中文"}</span>
      </Button>
    </Tooltip>
  );
}
