/** A ladder: at which share of a limit who is told and what happens, as far as the city lets a street change it. */
import { DeleteOutlined, PlusOutlined, RollbackOutlined } from "@ant-design/icons";
import { Button, InputNumber, Select, Tag } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { LadderSetting, RungSetting } from "../../server/contract/types.ts";
import { say } from "../app/i18n.ts";
import { changesOf, keyOf, withAdded, withoutPlace, withReturn, withSet, type Draft, type Place } from "./draft.ts";
import { faultsAt, useEditing, type Editing } from "./editing.ts";
import { FaultList } from "./fault-list.tsx";
import { OriginNote } from "./origin-note.tsx";

const placeOf = (ladder: string, item: string): Place => ({ kind: "ladder", definition: ladder, item });
const written = (recipients: readonly string[]): string => `[${recipients.join(", ")}]`;
const read = (text: unknown): readonly string[] =>
  typeof text === "string" && text.length > 2 ? text.slice(1, -1).split(", ") : [];

/** A rung as the row edits it, whether it is published or only drafted. */
interface Shown {
  readonly place: Place;
  readonly percent: number | null;
  readonly action: string;
  readonly recipients: readonly string[] | undefined;
  readonly rung: RungSetting | undefined;
}

function draftedRungs(draft: Draft, ladder: string): readonly Shown[] {
  return changesOf(draft).flatMap((change) => {
    if (change.kind !== "ladder" || change.definition !== ladder || change.action !== "add") return [];
    const { percent, action, notify } = change.value as { percent: number | null; action: string; notify: string };
    return [{ place: placeOf(ladder, change.item), percent, action, recipients: read(notify), rung: undefined }];
  });
}

function shownRung(draft: Draft, ladder: string, rung: RungSetting): Shown {
  const place = placeOf(ladder, rung.id);
  const [percent, action, notify] = ["percent", "action", "notify"].map((name) => draft[keyOf(place, name)]?.value);
  return {
    ...{ place, rung, action: typeof action === "string" ? action : rung.action },
    percent: percent === undefined ? rung.percent : (percent as number | null),
    recipients: notify === undefined ? rung.recipients : read(notify),
  };
}

export function LadderCard({ ladder }: { readonly ladder: LadderSetting }) {
  const { t } = useTranslation("settings");
  const { settings, draft, change } = useEditing();
  const rungs = [...ladder.rungs.map((rung) => shownRung(draft, ladder.key, rung)), ...draftedRungs(draft, ladder.key)];
  const add = () => {
    const item = `${settings.street}__rung${crypto.randomUUID().slice(0, 6)}`;
    const [first = ""] = ladder.rungs[0]?.recipients ?? [settings.recipients[0]?.value ?? ""];
    const value = { percent: 50, action: settings.actions[0]?.value ?? "", notify: written([first]) };
    change((now) => withAdded(now, placeOf(ladder.key, item), value));
  };
  return (
    <section className="gs-ladder" aria-label={say(ladder.title)}>
      <h3>{say(ladder.title)}</h3>
      <ul>
        {rungs.map((shown) => (
          <RungRow key={shown.place.item} shown={shown} />
        ))}
      </ul>
      {ladder.mayAdd && settings.mayPublish && (
        <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t("ladders.add")}
        </Button>
      )}
    </section>
  );
}

type Attribute = "percent" | "action" | "notify";

function setRung(editing: Editing, shown: Shown, attribute: Attribute, value: unknown): void {
  const { place, rung } = shown;
  if (rung === undefined) {
    const before = editing.draft[keyOf(place)]?.value as object;
    return editing.change((draft) => withAdded(draft, place, { ...before, [attribute]: value }));
  }
  const now = { percent: rung.percent, action: rung.action, notify: written(rung.recipients ?? []) }[attribute];
  editing.change((draft) => withSet(draft, place, attribute, value, now));
}

function RungRow({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation("settings");
  const editing = useEditing();
  const { settings, draft, faults } = editing;
  const id = useId();
  const { place, rung, percent, action } = shown;
  const keys = ["", "percent", "action", "notify"].map((name) => keyOf(place, name));
  const wrong = faultsAt(faults, ...keys);
  const isChanged = keys.some((key) => draft[key] !== undefined);
  const title = say(settings.actions.find((each) => each.value === action)?.title);
  const isGoing = draft[keyOf(place)]?.action === "return" && rung?.isOwn === true;
  const mayPercent = settings.mayPublish && !isGoing && rung?.mayPercent !== "no";
  return (
    <li className={`gs-rung ${isChanged ? "gs-row-draft" : rung?.origin === undefined ? "" : "gs-row-street"}`}>
      <InputNumber
        className="gs-percent"
        value={percent}
        suffix="%"
        disabled={!mayPercent}
        aria-label={t("ladders.percentOf", { title })}
        aria-describedby={`${id}-note ${id}-faults`}
        aria-invalid={wrong.length > 0}
        onChange={(value) => setRung(editing, shown, "percent", value)}
        {...(wrong.length > 0 ? { status: "error" as const } : {})}
      />
      <ActionField shown={shown} />
      <RecipientsField shown={shown} title={title} disabled={isGoing} />
      <div className="gs-rung-notes" id={`${id}-note`}>
        {isGoing ? <span className="gs-draft">{t("ladders.removing")}</span> : <RungNote rung={rung} />}
      </div>
      <RungActions shown={shown} isChanged={isChanged} title={title} />
      <FaultList id={`${id}-faults`} faults={wrong} />
    </li>
  );
}

/** What a rung does is the city's word; a street chooses it for its own rungs. */
function ActionField({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation("settings");
  const editing = useEditing();
  const { settings } = editing;
  const isOwn = shown.rung === undefined || shown.rung.isOwn;
  const words = say(settings.actions.find((each) => each.value === shown.action)?.title);
  if (!isOwn || !settings.mayPublish) return <span className="gs-action">{words}</span>;
  return (
    <Select
      className="gs-action"
      value={shown.action}
      options={settings.actions.map((each) => ({ value: each.value, label: say(each.title) }))}
      aria-label={t("ladders.action")}
      popupMatchSelectWidth={false}
      onChange={(value: string) => setRung(editing, shown, "action", value)}
    />
  );
}

interface RecipientsProps {
  readonly shown: Shown;
  readonly title: string;
  readonly disabled: boolean;
}

function RecipientsField({ shown, title, disabled }: RecipientsProps) {
  const { t } = useTranslation("settings");
  const editing = useEditing();
  const { settings } = editing;
  if (shown.recipients === undefined) return <span className="gs-custom">{t("ladders.custom")}</span>;
  return (
    <Select
      mode="multiple"
      className="gs-recipients"
      value={[...shown.recipients]}
      options={settings.recipients.map((each) => ({ value: each.value, label: say(each.title) }))}
      disabled={disabled || !settings.mayPublish || shown.rung?.mayRecipients === false}
      aria-label={t("ladders.recipientsOf", { title })}
      optionFilterProp="label"
      popupMatchSelectWidth={false}
      onChange={(value: string[]) => setRung(editing, shown, "notify", written(value))}
    />
  );
}

function RungNote({ rung }: { readonly rung: RungSetting | undefined }) {
  const { t } = useTranslation("settings");
  if (rung === undefined) return <Tag>{t("ladders.own")}</Tag>;
  return (
    <>
      {rung.isOwn && <Tag>{t("ladders.own")}</Tag>}
      {rung.mayPercent === "lower" && rung.above !== undefined && (
        <span className="gs-origin">{t("ladders.onlyLower", { percent: rung.above.percent })}</span>
      )}
      {rung.mayPercent === "no" && <span className="gs-origin">{t("ladders.fixed")}</span>}
      {rung.origin !== undefined && <OriginNote origin={rung.origin} />}
    </>
  );
}

function RungActions({ shown, isChanged, title }: { shown: Shown; isChanged: boolean; title: string }) {
  const { t } = useTranslation("settings");
  const { settings, change } = useEditing();
  const { place, rung } = shown;
  if (!settings.mayPublish) return null;
  if (isChanged)
    return (
      <Button
        icon={<RollbackOutlined aria-hidden />}
        aria-label={t("action.of", { words: t("action.undo"), title })}
        onClick={() => change((draft) => withoutPlace(draft, place))}
      />
    );
  if (rung?.origin === undefined) return null;
  return (
    <Button
      icon={rung.isOwn ? <DeleteOutlined aria-hidden /> : <RollbackOutlined aria-hidden />}
      aria-label={t("action.of", { words: t(rung.isOwn ? "ladders.remove" : "action.returnRung"), title })}
      onClick={() => change((draft) => withReturn(draft, place))}
    />
  );
}
