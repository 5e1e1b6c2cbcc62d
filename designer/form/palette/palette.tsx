/** What can be put into the form, by group; a click or Enter adds after the selected field, dragging puts it anywhere. */
import {
  ApartmentOutlined,
  AimOutlined,
  AlignLeftOutlined,
  CalendarOutlined,
  CameraOutlined,
  CheckCircleOutlined,
  CheckSquareOutlined,
  DownSquareOutlined,
  EnvironmentOutlined,
  FieldNumberOutlined,
  FontSizeOutlined,
  IdcardOutlined,
  NumberOutlined,
  OrderedListOutlined,
  PhoneOutlined,
  SwitcherOutlined,
  TagsOutlined,
  MenuOutlined,
} from "@ant-design/icons";
import { useDraggable } from "@dnd-kit/react";
import { Input } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { palette } from "../model/field-kinds.ts";
import type { Tool } from "../session/commands.ts";

const icons: Readonly<Record<Tool, ReactNode>> = {
  text: <FontSizeOutlined aria-hidden />,
  longText: <AlignLeftOutlined aria-hidden />,
  number: <FieldNumberOutlined aria-hidden />,
  integer: <NumberOutlined aria-hidden />,
  yesNo: <SwitcherOutlined aria-hidden />,
  date: <CalendarOutlined aria-hidden />,
  single: <CheckCircleOutlined aria-hidden />,
  several: <CheckSquareOutlined aria-hidden />,
  select: <DownSquareOutlined aria-hidden />,
  phone: <PhoneOutlined aria-hidden />,
  idNumber: <IdcardOutlined aria-hidden />,
  photos: <CameraOutlined aria-hidden />,
  position: <AimOutlined aria-hidden />,
  place: <EnvironmentOutlined aria-hidden />,
  matter: <TagsOutlined aria-hidden />,
  unit: <ApartmentOutlined aria-hidden />,
  checklist: <OrderedListOutlined aria-hidden />,
  section: <MenuOutlined aria-hidden />,
};

export const toolIcon = (tool: Tool): ReactNode => icons[tool];

type Add = (tool: Tool, byPointer: boolean) => void;

export function Palette({ add }: { readonly add: Add }) {
  const { t } = useTranslation("form");
  const [q, setQ] = useState("");
  const fits = (tool: Tool) => `${t(`kind.${tool}`)} ${tool}`.toLowerCase().includes(q.trim().toLowerCase());
  const groups = palette
    .map(({ group, kinds }) => ({ group, tools: (kinds as readonly Tool[]).filter(fits) }))
    .filter(({ tools }) => tools.length > 0);
  return (
    <section className="fd-palette" aria-label={t("palette.title")}>
      <Input
        allowClear
        value={q}
        aria-label={t("palette.find")}
        placeholder={t("palette.find")}
        onChange={(event) => setQ(event.target.value)}
      />
      {groups.length === 0 && <p className="gl-quiet">{t("palette.none")}</p>}
      {groups.map(({ group, tools }) => (
        <div key={group} role="group" aria-label={t(`palette.${group}`)}>
          <h2 className="gl-subtitle">{t(`palette.${group}`)}</h2>
          <div className="fd-tools-grid">
            {tools.map((tool) => (
              <PaletteTool key={tool} tool={tool} add={add} />
            ))}
          </div>
        </div>
      ))}
      <p className="gl-quiet fd-hint">{t("palette.hint")}</p>
    </section>
  );
}

function PaletteTool({ tool, add }: { readonly tool: Tool; readonly add: Add }) {
  const { t } = useTranslation("form");
  const { ref } = useDraggable({ id: `new ${tool}`, data: { tool } });
  const kind = t(`kind.${tool}`);
  return (
    <button
      ref={ref}
      type="button"
      className="fd-kind"
      aria-label={t("palette.add", { kind })}
      // A press of a key comes as a click without a count.
      onClick={(event) => add(tool, event.detail > 0)}
    >
      {icons[tool]}
      <span>{kind}</span>
    </button>
  );
}
