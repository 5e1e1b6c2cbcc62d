/** What hands do on canvas and palette, one way for mouse and keyboard; each is told to whoever listens. */
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { copyOf } from "../model/edit-fields.ts";
import type { Spot } from "../model/edit-order.ts";
import type { FieldKind } from "../model/field-kinds.ts";
import { fieldOf, fieldsOf, keysOf, sectionsOf, type Field } from "../model/fields.ts";
import { textOf } from "../model/json-path.ts";
import { freeKey } from "../model/keys.ts";
import { newField } from "../model/new-field.ts";
import type { Designer } from "./use-designer.ts";

export type Tool = Exclude<FieldKind, "other"> | "section";

export interface Commands {
  /** By the pointer the new field's name is written at once; by key one may go on adding. */
  readonly add: (tool: Tool, spot?: Spot, byPointer?: boolean) => void;
  readonly remove: (id: string) => void;
  readonly copy: (id: string) => void;
  readonly move: (id: string, spot: Spot) => void;
  readonly step: (id: string, by: -1 | 1) => void;
  readonly removeSection: (id: string) => void;
  readonly stepSection: (id: string, by: -1 | 1) => void;
  /** Before another section; undefined: to the end. */
  readonly moveSection: (id: string, before: string | undefined) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** After the selected field or at the end of the selected section; nothing selected: at the end. */
function spotAfter({ content, selection }: Designer): Spot {
  if (selection?.kind === "section") return { section: selection.id };
  const fields = fieldsOf(content);
  const at = fields.findIndex((field) => field.id === selection?.id);
  const [here, next] = [fields[at], fields[at + 1]];
  if (here === undefined) return {};
  return next !== undefined && next.section === here.section
    ? { section: here.section, before: next.id }
    : { section: here.section };
}

/** One place up or down; at the edge of a section into the next one. */
function spotBeside(fields: readonly Field[], at: number, by: -1 | 1): Spot | undefined {
  const [here, neighbour] = [fields[at], fields[at + by]];
  if (here === undefined || neighbour === undefined) return undefined;
  if (neighbour.section !== here.section)
    return by === -1 ? { section: neighbour.section } : { section: neighbour.section, before: neighbour.id };
  if (by === -1) return { section: here.section, before: neighbour.id };
  const beyond = fields[at + 2];
  return beyond !== undefined && beyond.section === here.section
    ? { section: here.section, before: beyond.id }
    : { section: here.section };
}

export function useCommands(designer: Designer, announce: (words: string) => void): Commands {
  const { t } = useTranslation("form");
  return useMemo(() => {
    const { content, edit, select } = designer;
    const fields = fieldsOf(content);
    const titleOf = (field: Field | undefined) => textOf(field?.schema["title"]) || t("canvas.untitled");
    const move = (id: string, spot: Spot) => {
      edit({ type: "move", id, spot });
      select({ kind: "field", id });
    };
    return {
      ...fieldCommands(designer, fields, t, announce, titleOf),
      move,
      step(id, by) {
        const at = fields.findIndex((field) => field.id === id);
        const spot = spotBeside(fields, at, by);
        if (spot === undefined) return;
        move(id, spot);
        announce(t("canvas.moved", { title: titleOf(fields[at]), n: at + by + 1 }));
      },
      ...sectionCommands(designer, t, announce),
      undo() {
        designer.undo();
        announce(t("canvas.undone"));
      },
      redo() {
        designer.redo();
        announce(t("canvas.redone"));
      },
    };
  }, [designer, announce, t]);
}

type Say = TFunction<"form">;

function fieldCommands(
  designer: Designer,
  fields: readonly Field[],
  t: Say,
  announce: (words: string) => void,
  titleOf: (field: Field | undefined) => string,
): Pick<Commands, "add" | "remove" | "copy"> {
  const { content, edit, select } = designer;
  return {
    add(tool, spot = spotAfter(designer), isNew = false) {
      const title = t(`kind.${tool}`);
      if (tool === "section") {
        const id = freeKey("section", new Set(sectionsOf(content).map((section) => section.id)));
        edit({ type: "addSection", id, zh: title, en: "", spot });
        select({ kind: "section", id, isNew });
      } else {
        const parts = newField(tool, title, keysOf(content));
        edit({ type: "add", parts, spot });
        select({ kind: "field", id: parts.id, isNew });
      }
      announce(t("canvas.added", { title }));
    },
    remove(id) {
      const at = fields.findIndex((field) => field.id === id);
      const field = fields[at];
      if (field === undefined) return;
      if (field.isAsked) return announce(t("canvas.asked", { title: titleOf(field) }));
      edit({ type: "remove", id });
      const next = fields[at + 1] ?? fields[at - 1];
      select(next === undefined ? undefined : { kind: "field", id: next.id });
      announce(t("canvas.removed", { title: titleOf(field) }));
    },
    copy(id) {
      const field = fieldOf(content, id);
      if (field === undefined) return;
      const next = fields[fields.findIndex((each) => each.id === id) + 1];
      const parts = copyOf(content, field, freeKey(id, keysOf(content)));
      const before = next?.section === field.section ? next?.id : undefined;
      edit({ type: "add", parts, spot: { section: field.section, before } });
      select({ kind: "field", id: parts.id });
      announce(t("canvas.copied", { title: textOf(parts.schema["title"]) }));
    },
  };
}

function sectionCommands(
  { content, edit, select }: Designer,
  t: Say,
  announce: (words: string) => void,
): Pick<Commands, "removeSection" | "stepSection" | "moveSection"> {
  const sections = sectionsOf(content);
  const titleOf = (id: string) => sections.find((section) => section.id === id)?.zh || t("canvas.untitledSection");
  const moveSection = (id: string, before: string | undefined) => {
    edit({ type: "moveSection", id, before });
    select({ kind: "section", id });
    const rest = sections.filter((section) => section.id !== id);
    const at = rest.findIndex((section) => section.id === before);
    announce(t("canvas.movedSection", { title: titleOf(id), n: (at < 0 ? rest.length : at) + 1 }));
  };
  return {
    moveSection,
    removeSection(id) {
      const at = sections.findIndex((section) => section.id === id);
      const next = sections[at === 0 ? 1 : at - 1];
      edit({ type: "removeSection", id });
      select(next === undefined ? undefined : { kind: "section", id: next.id });
      announce(t("canvas.removedSection", { title: titleOf(id) }));
    },
    stepSection(id, by) {
      const at = sections.findIndex((section) => section.id === id);
      if (sections[at + by] !== undefined) moveSection(id, sections[by === -1 ? at - 1 : at + 2]?.id);
    },
  };
}
