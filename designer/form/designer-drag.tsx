/** Dragging from the palette and on the canvas. Keys have their own way (session/commands.ts), so only the pointer drags. */
import { DragDropProvider, DragOverlay, PointerSensor, type DragEndEvent } from "@dnd-kit/react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DropMark } from "./canvas/canvas.tsx";
import type { Spot } from "./model/edit-order.ts";
import { fieldOf, fieldsOf, type FormContent } from "./model/fields.ts";
import { textOf } from "./model/json-path.ts";
import { toolIcon } from "./palette/palette.tsx";
import type { Commands, Tool } from "./session/commands.ts";

interface DesignerDragProps {
  readonly content: FormContent;
  readonly commands: Commands;
  readonly children: (mark: DropMark | undefined) => ReactNode;
}

type Operation = DragEndEvent["operation"];

const sensors = [PointerSensor];

const named = (of: { readonly data: unknown } | null | undefined, key: string): string | undefined => {
  const value = (of?.data as Record<string, unknown> | undefined)?.[key];
  return typeof value === "string" ? value : undefined;
};

/** The upper half of a field takes a drop before it, the lower half after it. */
function markOf({ target, position }: Operation): DropMark | undefined {
  const id = named(target, "field");
  const middle = target?.shape?.center.y;
  if (id === undefined || middle === undefined) return undefined;
  return { id, side: position.current.y < middle ? "before" : "after" };
}

function spotOf(content: FormContent, mark: DropMark | undefined): Spot {
  if (mark === undefined) return {};
  const fields = fieldsOf(content);
  const at = fields.findIndex((field) => field.id === mark.id);
  const [here, next] = [fields[at], fields[at + 1]];
  if (mark.side === "before") return { section: here?.section, before: mark.id };
  return next !== undefined && next.section === here?.section
    ? { section: here?.section, before: next.id }
    : { section: here?.section };
}

export function DesignerDrag({ content, commands, children }: DesignerDragProps) {
  const { t } = useTranslation("form");
  const [mark, setMark] = useState<DropMark>();
  const follow = ({ operation }: { readonly operation: Operation }) => {
    const next = markOf(operation);
    setMark((before) => (before?.id === next?.id && before?.side === next?.side ? before : next));
  };
  const drop = (event: DragEndEvent) => {
    setMark(undefined);
    const { source, target } = event.operation;
    if (event.canceled || target === null) return;
    const spot = spotOf(content, markOf(event.operation));
    const [tool, field] = [named(source, "tool"), named(source, "field")];
    if (tool !== undefined) commands.add(tool as Tool, spot);
    else if (field !== undefined && spot.before !== field) commands.move(field, spot);
  };
  return (
    <DragDropProvider sensors={sensors} onDragMove={follow} onDragOver={follow} onDragEnd={drop}>
      {children(mark)}
      <DragOverlay dropAnimation={null}>
        {(source) => {
          const [tool, field] = [named(source, "tool"), named(source, "field")];
          const title = textOf(fieldOf(content, field ?? "")?.schema["title"]);
          return (
            <div className="fd-kind fd-flying">
              {tool !== undefined && toolIcon(tool as Tool)}
              <span>{tool === undefined ? title || t("canvas.untitled") : t(`kind.${tool}`)}</span>
            </div>
          );
        }}
      </DragOverlay>
    </DragDropProvider>
  );
}
