/** One parameter: what it is, the field for it, where its value comes from, and the way back. */
import { ClockCircleOutlined, RollbackOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { ParameterSetting } from "../../server/contract/types.ts";
import { say } from "../app/i18n.ts";
import { keyOf, withoutPlace, withReturn, withSet } from "./draft.ts";
import { faultsAt, useEditing } from "./editing.ts";
import { FaultList } from "./fault-list.tsx";
import { ValueField } from "./fields/value-field.tsx";
import { OriginNote } from "./origin-note.tsx";

const placeOf = ({ key }: ParameterSetting) => ({ kind: "parameter", definition: "parameters", item: key }) as const;

export function ParameterRow({ setting }: { readonly setting: ParameterSetting }) {
  const { t } = useTranslation("settings");
  const { settings, draft, faults, change } = useEditing();
  const id = useId();
  const place = placeOf(setting);
  const set = draft[keyOf(place, "value")];
  const isReturning = draft[keyOf(place)] !== undefined;
  const isChanged = set !== undefined || isReturning;
  const wrong = faultsAt(faults, keyOf(place, "value"), keyOf(place));
  const edge = isChanged ? "gs-row-draft" : setting.origin === undefined ? "" : "gs-row-street";
  return (
    <li className={`gs-row ${edge}`} data-setting={setting.key}>
      <div className="gs-words">
        <strong>{say(setting.title)}</strong>
        {setting.isLive && <Tag>{t("origin.live")}</Tag>}
        <p id={`${id}-help`}>{say(setting.help)}</p>
        <RangeWords setting={setting} />
      </div>
      <div className="gs-value">
        <ValueField
          declared={setting}
          value={isReturning ? setting.above : set === undefined ? setting.value : set.value}
          label={say(setting.title)}
          describedBy={`${id}-help ${id}-faults`}
          wrong={wrong.length > 0}
          disabled={!settings.mayPublish}
          onChange={(value) => change((now) => withSet(now, place, "value", value, setting.value))}
        />
        <FaultList id={`${id}-faults`} faults={wrong} />
        {isChanged ? <DraftWords setting={setting} isReturning={isReturning} /> : <NowWords setting={setting} />}
      </div>
    </li>
  );
}

/** 可填 1–16 工作时、0.5–2 工作日 */
function RangeWords({ setting }: { readonly setting: ParameterSetting }) {
  const { t } = useTranslation("settings");
  const { clocks } = useEditing().settings;
  const ranges = setting.bounds.map(({ min, max, clock }) => {
    const words = say(clocks.find((each) => each.value === clock)?.title);
    return `${min ?? ""}–${max ?? ""}${words === "" ? "" : ` ${words}`}`;
  });
  return ranges.length === 0 ? null : <p className="gs-range">{t("origin.range", { ranges: ranges.join("，") })}</p>;
}

function DraftWords({ setting, isReturning }: { readonly setting: ParameterSetting; readonly isReturning: boolean }) {
  const { t } = useTranslation("settings");
  const { change } = useEditing();
  return (
    <div className="gs-notes">
      <span className="gs-draft">
        {isReturning ? t("origin.returning", { value: say(setting.aboveWords) }) : t("origin.changed")} ·{" "}
        {t("origin.was", { value: say(setting.words) })}
      </span>
      <Button
        size="small"
        icon={<RollbackOutlined aria-hidden />}
        aria-label={t("action.of", { words: t("action.undo"), title: say(setting.title) })}
        onClick={() => change((now) => withoutPlace(now, placeOf(setting)))}
      >
        {t("action.undo")}
      </Button>
    </div>
  );
}

function NowWords({ setting }: { readonly setting: ParameterSetting }) {
  const { t } = useTranslation("settings");
  const { settings, change } = useEditing();
  const above = say(setting.aboveWords);
  const words = t(setting.isOwn ? "action.returnOwn" : "action.returnTo", { value: above });
  const isStreets = setting.origin !== undefined || setting.ahead.length > 0;
  return (
    <div className="gs-notes">
      <OriginNote
        origin={setting.origin}
        since={setting.since}
        own={setting.isOwn ? t("origin.ownDeclared", { value: above }) : undefined}
      />
      {setting.ahead.map((each) => (
        <span key={each.from} className="gs-ahead">
          <ClockCircleOutlined aria-hidden /> {t("origin.ahead", { from: each.from, value: say(each.words) })}
          {each.origin !== undefined && t("origin.aheadBy", { by: each.origin.by })}
        </span>
      ))}
      {isStreets && settings.mayPublish && (
        <Button
          size="small"
          icon={<RollbackOutlined aria-hidden />}
          aria-label={t("action.of", { words, title: say(setting.title) })}
          onClick={() => change((now) => withReturn(now, placeOf(setting)))}
        >
          {words}
        </Button>
      )}
    </div>
  );
}
