/** One field of the properties panel in three forms: a choice, a line of text, an expression. The only user of the panel's parts. */
import type { DiagramElement } from "bpmn-js/lib/NavigatedViewer";
import type { Injector } from "bpmn-js/lib/Modeler";
import {
  FeelEntry,
  Group,
  isFeelEntryEdited,
  isSelectEntryEdited,
  isTextFieldEntryEdited,
  ListGroup,
  SelectEntry,
  TextFieldEntry,
} from "@bpmn-io/properties-panel";
import { h } from "@bpmn-io/properties-panel/preact";
import type { Choice } from "../edit/flow-content.ts";

export interface Entry {
  readonly id: string;
  readonly component: unknown;
  readonly isEdited?: unknown;
}

export interface ListItem {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly autoFocusEntry?: string;
  readonly remove?: (event: Event) => void;
}

export interface PanelGroup {
  readonly id: string;
  readonly label: string;
  readonly component: unknown;
  readonly entries?: readonly Entry[];
  readonly items?: readonly ListItem[];
  readonly add?: (event: Event) => void;
  readonly shouldOpen?: boolean;
}

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly services: Injector;
  readonly description?: string;
  readonly get: () => string;
  readonly set: (value: string) => void;
}

interface EntryProps {
  readonly element: DiagramElement;
  readonly id: string;
}

/** What all parts want: the accessors, the words, and the panel's own delay while somebody types. */
const common = (field: Field) => ({
  label: field.label,
  description: field.description,
  getValue: field.get,
  setValue: (value: string | undefined) => field.set(value ?? ""),
  debounce: field.services.get("debounceInput"),
  translate: field.services.get("translate"),
});

const fieldsOf = new WeakMap<DiagramElement, Map<string, Field & { readonly choices?: readonly Choice[] }>>();

/**
 * The panel tells components apart by identity: one that is made anew for every drawing would lose the focus while
 * somebody types. So there are three components, and each finds its field by element and id.
 */
function remember(element: DiagramElement, field: Field & { readonly choices?: readonly Choice[] }): void {
  const fields = fieldsOf.get(element) ?? new Map<string, Field & { readonly choices?: readonly Choice[] }>();
  fieldsOf.set(element, fields.set(field.id, field));
}

function fieldOf({ element, id }: EntryProps): Field & { readonly choices?: readonly Choice[] } {
  const field = fieldsOf.get(element)?.get(id);
  if (field === undefined) throw new Error(`Expected the field ${id} of ${element.id} but it was never made`);
  return field;
}

function ChoiceField(props: EntryProps) {
  const field = fieldOf(props);
  return h(SelectEntry, { ...props, ...common(field), getOptions: () => field.choices ?? [] });
}

function TextField(props: EntryProps) {
  return h(TextFieldEntry, { ...props, ...common(fieldOf(props)) });
}

function ExpressionField(props: EntryProps) {
  return h(FeelEntry, { ...props, ...common(fieldOf(props)), feel: "required", variables: [] });
}

export function choiceEntry(element: DiagramElement, field: Field, choices: readonly Choice[]): Entry {
  remember(element, { ...field, choices });
  return { id: field.id, component: ChoiceField, isEdited: isSelectEntryEdited };
}

export function textEntry(element: DiagramElement, field: Field): Entry {
  remember(element, field);
  return { id: field.id, component: TextField, isEdited: isTextFieldEntryEdited };
}

export function expressionEntry(element: DiagramElement, field: Field): Entry {
  remember(element, field);
  return { id: field.id, component: ExpressionField, isEdited: isFeelEntryEdited };
}

const notes = new WeakMap<DiagramElement, Map<string, readonly [label: string, text: string]>>();

function Note({ element, id }: EntryProps) {
  const [label = "", text = ""] = notes.get(element)?.get(id) ?? [];
  return h("div", { class: "bio-properties-panel-entry gl-panel-note", "data-entry-id": id }, [
    h("span", { class: "bio-properties-panel-label" }, label),
    h("p", {}, text),
  ]);
}

/** Something to read that is decided elsewhere. */
export function noteEntry(element: DiagramElement, id: string, label: string, text: string): Entry {
  notes.set(element, (notes.get(element) ?? new Map<string, readonly [string, string]>()).set(id, [label, text]));
  return { id, component: Note };
}

export const group = (id: string, label: string, entries: readonly Entry[]): PanelGroup => ({
  id,
  label,
  entries,
  component: Group,
});

export const listGroup = (
  id: string,
  label: string,
  items: readonly ListItem[],
  add: (event: Event) => void,
): PanelGroup => ({ id, label, items, add, component: ListGroup });
