/** What the street calls its levels. */
import { RollbackOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { LevelSetting, Title } from "../../server/contract/types.ts";
import { say } from "../app/i18n.ts";
import { keyOf, withoutPlace, withReturn, withSet, type Place } from "./draft.ts";
import { faultsAt, useEditing } from "./editing.ts";
import { FaultList } from "./fault-list.tsx";
import { OriginNote } from "./origin-note.tsx";

export function LevelRow({ level }: { readonly level: LevelSetting }) {
  const { t } = useTranslation("settings");
  const { settings, draft, faults, change } = useEditing();
  const id = useId();
  const place: Place = { kind: "vocabulary", definition: "level", item: level.code };
  const isReturning = draft[keyOf(place)] !== undefined;
  const set = draft[keyOf(place, "title")]?.value as Title | undefined;
  const title = isReturning ? (level.above ?? level.title) : (set ?? level.title);
  const wrong = faultsAt(faults, keyOf(place), keyOf(place, "title"));
  const isChanged = isReturning || set !== undefined;
  const city = say(level.above ?? level.title);
  const words = isChanged ? t("action.undo") : t("action.returnTo", { value: city });
  const write = (language: "zh-CN" | "en", words: string) =>
    change((now) => withSet(now, place, "title", { ...title, [language]: words }, level.title));
  const field = (language: "zh-CN" | "en") => (
    <Input
      value={title[language] ?? ""}
      maxLength={40}
      lang={language}
      disabled={!settings.mayPublish}
      aria-label={t("levels.nameOf", { code: city, language: t(language === "en" ? "levels.en" : "levels.zh") })}
      aria-describedby={`${id}-faults`}
      aria-invalid={wrong.length > 0}
      onChange={(event) => write(language, event.target.value)}
    />
  );
  return (
    <li className={`gs-row ${isChanged ? "gs-row-draft" : level.origin === undefined ? "" : "gs-row-street"}`}>
      <div className="gs-words">
        <strong>{city}</strong>
        {isChanged ? <span className="gs-draft">{t("origin.changed")}</span> : <OriginNote origin={level.origin} />}
      </div>
      <div className="gs-value gs-names">
        {field("zh-CN")}
        {field("en")}
        <FaultList id={`${id}-faults`} faults={wrong} />
        {settings.mayPublish && (isChanged || level.origin !== undefined) && (
          <Button
            size="small"
            icon={<RollbackOutlined aria-hidden />}
            aria-label={t("action.of", { words, title: city })}
            onClick={() => change((now) => (isChanged ? withoutPlace(now, place) : withReturn(now, place)))}
          >
            {words}
          </Button>
        )}
      </div>
    </li>
  );
}
