/** The heading of a section on the canvas; by its handle the whole section is moved. */
import { DeleteOutlined, DownOutlined, HolderOutlined, UpOutlined } from "@ant-design/icons";
import { useDraggable, useDroppable } from "@dnd-kit/react";
import { useTranslation } from "react-i18next";
import type { Section } from "../model/fields.ts";
import type { Commands } from "../session/commands.ts";
import type { Designer } from "../session/use-designer.ts";
import { Tool } from "./field-row.tsx";

interface SectionRowProps {
  readonly designer: Designer;
  readonly commands: Commands;
  readonly section: Section;
  readonly english: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export function SectionRow({ designer, commands, section, english, isFirst, isLast }: SectionRowProps) {
  const { t } = useTranslation("form");
  const { id } = section;
  const { ref: handle, isDragging } = useDraggable({ id: `section ${id}`, data: { section: id } });
  const { ref: row } = useDroppable({ id: `head ${id}`, data: { head: id } });
  const isSelected = designer.selection?.kind === "section" && designer.selection.id === id;
  const title = (english ? section.en : "") || section.zh || t("canvas.untitledSection");
  return (
    <div ref={row} className={`fd-row fd-section${isSelected ? " selected" : ""}${isDragging ? " dragged" : ""}`}>
      <button
        type="button"
        className="fd-select"
        data-row={id}
        data-kind="section"
        aria-pressed={isSelected}
        aria-label={t("canvas.selectSection", { title })}
        onClick={() => designer.select({ kind: "section", id })}
      />
      <h3 className="f-heading">{title}</h3>
      {isSelected && (
        <span className="fd-tools">
          <span ref={handle} className="fd-handle" title={t("canvas.drag", { title })}>
            <HolderOutlined aria-hidden />
          </span>
          {!isFirst && (
            <Tool
              words={t("canvas.up", { title })}
              icon={<UpOutlined aria-hidden />}
              act={() => commands.stepSection(id, -1)}
            />
          )}
          {!isLast && (
            <Tool
              words={t("canvas.down", { title })}
              icon={<DownOutlined aria-hidden />}
              act={() => commands.stepSection(id, 1)}
            />
          )}
          <Tool
            words={t("canvas.remove", { title })}
            icon={<DeleteOutlined aria-hidden />}
            act={() => commands.removeSection(id)}
          />
        </span>
      )}
    </div>
  );
}
