/** A field on the canvas: one button to select it, and its tools. */
import { CopyOutlined, DeleteOutlined, DownOutlined, HolderOutlined, UpOutlined } from "@ant-design/icons";
import { useDraggable, useDroppable } from "@dnd-kit/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { kindOf } from "../model/field-kinds.ts";
import type { Field } from "../model/fields.ts";
import { textOf } from "../model/json-path.ts";
import { rulesAbout } from "../model/rules.ts";
import { useSayCondition } from "../properties/use-say-condition.ts";
import type { Commands } from "../session/commands.ts";
import type { Designer } from "../session/use-designer.ts";
import { FieldLook, type Looks } from "./field-look.tsx";

interface FieldRowProps {
  readonly designer: Designer;
  readonly commands: Commands;
  readonly looks: Looks;
  readonly field: Field;
  readonly n: number;
  readonly count: number;
  /** Where a drop would land. */
  readonly side: "before" | "after" | undefined;
}

export function FieldRow({ designer, commands, looks, field, n, count, side }: FieldRowProps) {
  const { t } = useTranslation("form");
  const { id } = field;
  const { ref: handle, isDragging } = useDraggable({ id: `row ${id}`, data: { field: id } });
  const { ref: row } = useDroppable({ id: `at ${id}`, data: { field: id } });
  const isSelected = designer.selection?.kind === "field" && designer.selection.id === id;
  const title = textOf(field.schema["title"]) || t("canvas.untitled");
  return (
    <div
      ref={row}
      className={`fd-row${isSelected ? " selected" : ""}${side === undefined ? "" : ` drop-${side}`}${isDragging ? " dragged" : ""}`}
    >
      <button
        type="button"
        className="fd-select"
        data-row={id}
        data-kind="field"
        aria-pressed={isSelected}
        aria-label={t("canvas.select", { kind: t(`kind.${kindOf(field)}`), title, n, count })}
        onClick={() => designer.select({ kind: "field", id })}
      />
      <FieldLook looks={looks} id={id} isRequired={field.isRequired} untitled={t("canvas.untitled")} />
      {field.isConditional && <ShownWhen designer={designer} id={id} />}
      {isSelected && (
        <span className="fd-tools">
          <span ref={handle} className="fd-handle" title={t("canvas.drag", { title })}>
            <HolderOutlined aria-hidden />
          </span>
          <Tool words={t("canvas.up", { title })} icon={<UpOutlined aria-hidden />} act={() => commands.step(id, -1)} />
          <Tool
            words={t("canvas.down", { title })}
            icon={<DownOutlined aria-hidden />}
            act={() => commands.step(id, 1)}
          />
          <Tool words={t("canvas.copy", { title })} icon={<CopyOutlined aria-hidden />} act={() => commands.copy(id)} />
          <Tool
            words={t("canvas.remove", { title })}
            icon={<DeleteOutlined aria-hidden />}
            act={() => commands.remove(id)}
          />
        </span>
      )}
    </div>
  );
}

function ShownWhen({ designer, id }: { readonly designer: Designer; readonly id: string }) {
  const { t } = useTranslation("form");
  const sayer = useSayCondition(designer.content);
  const [rule, ...more] = rulesAbout(designer.content, id, "shows");
  const condition = more.length === 0 ? rule?.condition : undefined;
  return (
    <span className="fd-note">
      {condition === undefined
        ? t("canvas.conditional")
        : t("rules.shownWhen", { condition: sayer.condition(condition) })}
    </span>
  );
}

interface ToolProps {
  readonly words: string;
  readonly icon: ReactNode;
  readonly act: () => void;
}

export function Tool({ words, icon, act }: ToolProps) {
  return (
    <button type="button" className="fd-tool" aria-label={words} title={words} onClick={act}>
      {icon}
    </button>
  );
}
