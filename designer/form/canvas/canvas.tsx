/** The form on a phone-shaped canvas: fields to select, to order and to drop new ones between. */
import { useDroppable } from "@dnd-kit/react";
import { Segmented } from "antd";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../app/i18n.ts";
import { useFormContext } from "../../desk/parts/use-form-context.ts";
import type { Language } from "../../ui/form/environment.tsx";
import { fieldsOf, sectionsOf, type Field, type Section } from "../model/fields.ts";
import { getIn, textOf } from "../model/json-path.ts";
import type { Commands } from "../session/commands.ts";
import type { Designer } from "../session/use-designer.ts";
import { LooksAround, shownForm, useLooks } from "./field-look.tsx";
import { FieldRow } from "./field-row.tsx";
import { SectionRow } from "./section-row.tsx";

export interface DropMark {
  /** Field or section that the pointer is over, and on which side of it the drop would land. */
  readonly kind: "field" | "section";
  readonly id: string;
  readonly side: "before" | "after";
}

interface CanvasProps {
  readonly designer: Designer;
  readonly commands: Commands;
  readonly street: string;
  readonly mark: DropMark | undefined;
}

/** Selecting by keys takes the focus along; a click has it already. */
function useFocusFollows(designer: Designer) {
  const list = useRef<HTMLDivElement>(null);
  /** A key has just been pressed on a field; the field may be gone, and with it the focus. */
  const byKey = useRef(false);
  const { selection } = designer;
  useEffect(() => {
    const isHere = byKey.current || (list.current?.contains(document.activeElement) ?? false);
    byKey.current = false;
    if (selection === undefined || !isHere) return;
    const { kind, id } = selection;
    list.current?.querySelector<HTMLElement>(`[data-kind="${kind}"][data-row="${CSS.escape(id)}"]`)?.focus();
  }, [selection]);
  const pressed = () => {
    byKey.current = true;
  };
  return { list, pressed };
}

interface CanvasRow {
  readonly kind: "field" | "section";
  readonly id: string;
}

/** What stands on the canvas from top to bottom: each section before its fields, what no section names last. */
function rowsOf(sections: readonly Section[], fields: readonly Field[]): readonly CanvasRow[] {
  const row = ({ id }: Field): CanvasRow => ({ kind: "field", id });
  return [
    ...sections.flatMap(({ id }): readonly CanvasRow[] => [
      { kind: "section", id },
      ...fields.filter((field) => field.section === id).map(row),
    ]),
    ...fields.filter((field) => field.section === undefined).map(row),
  ];
}

function onKeys(event: KeyboardEvent, designer: Designer, commands: Commands, rows: readonly CanvasRow[]): void {
  const { row: id, kind } = (event.target as HTMLElement).dataset;
  const at = rows.findIndex((row) => row.id === id && row.kind === kind);
  if (id === undefined || at < 0) return;
  const isSection = kind === "section";
  const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
  const isCopy = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d";
  if (by !== 0 && event.altKey) (isSection ? commands.stepSection : commands.step)(id, by);
  else if (by !== 0) designer.select(rows[at + by] ?? rows[at]);
  else if (event.key === "Delete" || event.key === "Backspace")
    (isSection ? commands.removeSection : commands.remove)(id);
  else if (isCopy && !isSection) commands.copy(id);
  else return;
  event.preventDefault();
}

export function Canvas({ designer, commands, street, mark }: CanvasProps) {
  const { t } = useTranslation("form");
  const [language, setLanguage] = useState<Language>(currentLanguage());
  const form = shownForm(designer.content, street);
  const looks = useLooks(form, language);
  const context = useFormContext(street);
  const fields = fieldsOf(designer.content);
  const { list, pressed } = useFocusFollows(designer);
  const title =
    textOf(getIn(designer.content, ["title", language])) || textOf(getIn(designer.content, ["title", "zh-CN"]));
  return (
    <section className="fd-middle" aria-label={t("canvas.title")}>
      <div className="fd-canvas-bar">
        <span className="gl-quiet">{t("canvas.keys")}</span>
        <Segmented<Language>
          size="small"
          aria-label={t("canvas.language")}
          value={language}
          onChange={setLanguage}
          options={[
            { value: "zh-CN", label: "中文" },
            { value: "en", label: "English" },
          ]}
        />
      </div>
      <div className="fd-phone" ref={list}>
        <button type="button" className="fd-form-title" onClick={() => designer.select(undefined)}>
          {title}
        </button>
        <LooksAround context={context} language={language}>
          <div
            className="fd-fields f-form"
            lang={language}
            role="group"
            aria-label={t("canvas.fields")}
            onKeyDown={(event) => {
              pressed();
              onKeys(event, designer, commands, rowsOf(sectionsOf(designer.content), fields));
            }}
          >
            <Rows {...{ designer, commands, looks, fields, mark }} />
          </div>
        </LooksAround>
        <End isEmpty={fields.length === 0} />
      </div>
    </section>
  );
}

interface RowsProps extends Pick<CanvasProps, "designer" | "commands" | "mark"> {
  readonly looks: ReturnType<typeof useLooks>;
  readonly fields: readonly Field[];
}

function Rows({ designer, commands, looks, fields, mark }: RowsProps) {
  const sections = sectionsOf(designer.content);
  const row = (field: Field) => (
    <FieldRow
      key={field.id}
      {...{ designer, commands, looks, field }}
      n={fields.indexOf(field) + 1}
      count={fields.length}
      side={mark?.kind === "field" && mark.id === field.id ? mark.side : undefined}
    />
  );
  return (
    <>
      {sections.map((section, at) => (
        <div
          key={section.id}
          className={`f-section${mark?.kind === "section" && mark.id === section.id ? ` drop-${mark.side}` : ""}`}
        >
          <SectionRow
            {...{ designer, commands, section }}
            english={looks.language === "en"}
            isFirst={at === 0}
            isLast={at === sections.length - 1}
          />
          {fields.filter((field) => field.section === section.id).map(row)}
        </div>
      ))}
      {fields.filter((field) => field.section === undefined).map(row)}
    </>
  );
}

/** Where a field is dropped to come last; an empty form invites. */
function End({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useTranslation("form");
  const { ref, isDropTarget } = useDroppable({ id: "end" });
  return (
    <div ref={ref} className={`fd-end${isEmpty ? " empty" : ""}${isDropTarget ? " over" : ""}`}>
      {isEmpty && (
        <>
          <strong>{t("canvas.empty")}</strong>
          <span>{t("canvas.emptyHint")}</span>
        </>
      )}
    </div>
  );
}
