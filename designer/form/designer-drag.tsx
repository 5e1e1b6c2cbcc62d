/** Dragging from the palette and on the canvas. Keys have their own way (session/commands.ts), so only the pointer drags. */
import { DragDropProvider, DragOverlay, PointerSensor, type DragEndEvent } from "@dnd-kit/react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DropMark } from "./canvas/canvas.tsx";
import type { Spot } from "./model/edit-order.ts";
import { fieldOf, fieldsOf, sectionsOf, type FormContent } from "./model/fields.ts";
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

const sideOf = ({ target, position }: Operation): DropMark["side"] | undefined => {
  const middle = target?.shape?.center.y;
  return middle === undefined ? undefined : position.current.y < middle ? "before" : "after";
};

/** The upper half of a field takes a drop before it, the lower half after it; a heading takes it as the first of its section. */
function markOf(operation: Operation, content: FormContent): DropMark | undefined {
  const { source, target } = operation;
  const [field, head, side] = [named(target, "field"), named(target, "head"), sideOf(operation)];
  if (side === undefined) return undefined;
  if (named(source, "section") !== undefined) return sectionMark(content, head, field);
  if (field !== undefined) return { kind: "field", id: field, side };
  const [first] = sectionsOf(content).find(({ id }) => id === head)?.fields ?? [];
  if (first !== undefined) return { kind: "field", id: first, side: "before" };
  return head === undefined ? undefined : { kind: "section", id: head, side: "after" };
}

/** A section lands beside a whole section: before it over its heading and upper fields, after it over the lower ones. */
function sectionMark(content: FormContent, head?: string, field?: string): DropMark | undefined {
  if (head !== undefined) return { kind: "section", id: head, side: "before" };
  const section = sectionsOf(content).find(({ fields }) => fields.includes(field ?? ""));
  if (section === undefined) return undefined;
  const isUpper = section.fields.indexOf(field ?? "") * 2 < section.fields.length - 1;
  return { kind: "section", id: section.id, side: isUpper ? "before" : "after" };
}

function spotOf(content: FormContent, mark: DropMark | undefined): Spot {
  if (mark === undefined) return {};
  if (mark.kind === "section") return { section: mark.id };
  const fields = fieldsOf(content);
  const at = fields.findIndex((field) => field.id === mark.id);
  const [here, next] = [fields[at], fields[at + 1]];
  if (mark.side === "before") return { section: here?.section, before: mark.id };
  return next !== undefined && next.section === here?.section
    ? { section: here?.section, before: next.id }
    : { section: here?.section };
}

/** The section that a dropped one stands before; undefined at the end. */
function sectionAfter(content: FormContent, mark: DropMark | undefined): string | undefined {
  const sections = sectionsOf(content);
  const at = sections.findIndex(({ id }) => id === mark?.id);
  return at < 0 ? undefined : sections[mark?.side === "before" ? at : at + 1]?.id;
}

export function DesignerDrag({ content, commands, children }: DesignerDragProps) {
  const { t } = useTranslation("form");
  const [mark, setMark] = useState<DropMark>();
  const follow = ({ operation }: { readonly operation: Operation }) => {
    const next = markOf(operation, content);
    setMark((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  };
  const drop = (event: DragEndEvent) => {
    setMark(undefined);
    const { source, target } = event.operation;
    if (event.canceled || target === null) return;
    const landed = markOf(event.operation, content);
    const spot = spotOf(content, landed);
    const [tool, field, section] = [named(source, "tool"), named(source, "field"), named(source, "section")];
    if (section !== undefined) commands.moveSection(section, sectionAfter(content, landed));
    else if (tool !== undefined) commands.add(tool as Tool, spot, true);
    else if (field !== undefined && spot.before !== field) commands.move(field, spot);
  };
  return (
    <DragDropProvider sensors={sensors} onDragMove={follow} onDragOver={follow} onDragEnd={drop}>
      {children(mark)}
      <DragOverlay dropAnimation={null}>
        {(source) => {
          const [tool, field, section] = [named(source, "tool"), named(source, "field"), named(source, "section")];
          const title =
            sectionsOf(content).find(({ id }) => id === section)?.zh ??
            textOf(fieldOf(content, field ?? "")?.schema["title"]);
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
