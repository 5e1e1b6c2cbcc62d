/** One case that nobody touches, with the settings in force and with the changed ones, side by side. */
import {
  AlertOutlined,
  ArrowUpOutlined,
  BellOutlined,
  ClockCircleOutlined,
  EyeOutlined,
  FileTextOutlined,
  StopOutlined,
  WarningOutlined,
} from "@ant-design/icons";
import { Drawer, Segmented, Select, Tag } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RehearsalRow, SettingsPreview } from "../../server/contract/types.ts";
import { say } from "../app/i18n.ts";
import { useWide } from "../desk/parts/use-wide.ts";
import { useEditing } from "./editing.ts";
import { elapsedBetween } from "./elapsed.ts";

interface RehearsalProps {
  readonly preview: SettingsPreview | undefined;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly choose: (matter: string) => void;
}

const looks: Readonly<Record<RehearsalRow["kind"], { readonly icon: ReactNode; readonly tone: string }>> = {
  start: { icon: <FileTextOutlined aria-hidden />, tone: "plain" },
  task: { icon: <ClockCircleOutlined aria-hidden />, tone: "plain" },
  remind: { icon: <BellOutlined aria-hidden />, tone: "information" },
  urge: { icon: <BellOutlined aria-hidden />, tone: "information" },
  yellowCard: { icon: <WarningOutlined aria-hidden />, tone: "yellow" },
  redCard: { icon: <AlertOutlined aria-hidden />, tone: "red" },
  escalate: { icon: <ArrowUpOutlined aria-hidden />, tone: "up" },
  supervise: { icon: <EyeOutlined aria-hidden />, tone: "red" },
  incident: { icon: <StopOutlined aria-hidden />, tone: "red" },
  end: { icon: <StopOutlined aria-hidden />, tone: "plain" },
};

export function RehearsalDrawer({ preview, isOpen, close, choose }: RehearsalProps) {
  const { t } = useTranslation("settings");
  const { settings, draft } = useEditing();
  const wide = useWide(900);
  const example = preview?.example;
  const isEdited = Object.keys(draft).length > 0;
  return (
    <Drawer
      title={t("rehearsal.title")}
      open={isOpen}
      onClose={close}
      size={wide ? (isEdited ? 1040 : 620) : "100%"}
      closable={{ "aria-label": t("action.close") }}
    >
      <p className="gs-hint">{t("rehearsal.hint")}</p>
      <label className="gs-example">
        <span>{t("rehearsal.matter")}</span>
        <Select
          value={example?.matter ?? null}
          options={settings.examples.map((each) => ({ value: each.matter, label: say(each.title) }))}
          aria-label={t("rehearsal.matter")}
          onChange={choose}
        />
      </label>
      {example !== undefined && (
        <p className="gs-scene">
          {t("rehearsal.scene", { place: say(example.place), when: say(example.when), title: say(example.title) })}
        </p>
      )}
      {preview !== undefined && <Sides preview={preview} isEdited={isEdited} />}
    </Drawer>
  );
}

/** Side by side where there is room; on a phone one at a time, the changed one first. */
function Sides({ preview, isEdited }: { readonly preview: SettingsPreview; readonly isEdited: boolean }) {
  const { t } = useTranslation("settings");
  const wide = useWide(900);
  const [side, setSide] = useState("after");
  const { before, after, example } = preview;
  const now = <Side title={t("rehearsal.before")} rows={before.rows} from={example.at} other={undefined} />;
  if (!isEdited) return now;
  const later =
    after === undefined ? (
      <p className="gs-faults">{t("rehearsal.faulty")}</p>
    ) : (
      <Side title={t("rehearsal.after")} rows={after.rows} from={example.at} other={before.rows} />
    );
  if (wide)
    return (
      <div className="gs-sides">
        {now}
        {later}
      </div>
    );
  const options = [
    { value: "after", label: t("rehearsal.after") },
    { value: "before", label: t("rehearsal.before") },
  ];
  return (
    <>
      <Segmented block value={side} options={options} onChange={setSide} />
      {side === "after" ? later : now}
    </>
  );
}

interface SideProps {
  readonly title: string;
  readonly rows: readonly RehearsalRow[];
  readonly from: string;
  /** The other side: what is not there at the same time is marked. */
  readonly other: readonly RehearsalRow[] | undefined;
}

const idOf = (row: RehearsalRow): string => `${row.at} ${row.kind} ${say(row.title)} ${row.people.map(say).join(",")}`;

function Side({ title, rows, from, other }: SideProps) {
  const { t } = useTranslation("settings");
  const known = other === undefined ? undefined : new Set(other.map(idOf));
  return (
    <section className="gs-side" aria-label={title}>
      <h3>{title}</h3>
      {rows.length === 0 && <p>{t("rehearsal.none")}</p>}
      <ol className="gs-line">
        {rows.map((row) => (
          <LineRow key={idOf(row)} row={row} from={from} isMoved={known !== undefined && !known.has(idOf(row))} />
        ))}
      </ol>
    </section>
  );
}

function LineRow({ row, from, isMoved }: { row: RehearsalRow; from: string; isMoved: boolean }) {
  const { t } = useTranslation("settings");
  const look = looks[row.kind];
  const { days, hours, minutes } = elapsedBetween(from, row.at);
  const parts = [
    days > 0 ? t("rehearsal.days", { count: days }) : "",
    hours > 0 ? t("rehearsal.hours", { count: hours }) : "",
    minutes > 0 || days + hours === 0 ? t("rehearsal.minutes", { count: minutes }) : "",
  ];
  return (
    <li className={`gs-moment gs-tone-${look.tone}${isMoved ? " gs-moved" : ""}`}>
      <span className="gs-time">
        <b>{t("rehearsal.elapsed", { words: parts.filter((part) => part !== "").join(" ") })}</b>
        <small>{say(row.when)}</small>
      </span>
      <span className="gs-moment-icon">{look.icon}</span>
      <span className="gs-moment-words">
        <b>{t(`rehearsal.kind.${row.kind}`)}</b> {say(row.title)}
        {isMoved && <Tag className="gs-moved-tag">{t("rehearsal.moved")}</Tag>}
        {row.people.length > 0 && (
          <small>
            {t(row.kind === "task" ? "rehearsal.given" : "rehearsal.told", { people: row.people.map(say).join("、") })}
          </small>
        )}
      </span>
    </li>
  );
}
