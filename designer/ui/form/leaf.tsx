/** Which of our widgets draws a value: one table. An unknown name falls back to what its type needs. */
import { createElement, type ComponentType } from "react";
import { ChecklistWidget } from "./widgets/checklist.tsx";
import {
  CheckboxesWidget,
  RadioWidget,
  SegmentedWidget,
  SelectWidget,
  UnitWidget,
  YesNoWidget,
} from "./widgets/choice.tsx";
import { MatterWidget } from "./widgets/matter.tsx";
import { PhotosWidget } from "./widgets/photos.tsx";
import { PlaceWidget } from "./widgets/place.tsx";
import { PositionWidget } from "./widgets/position.tsx";
import { DateWidget, IdNumberWidget, NumberWidget, PhoneWidget, TextareaWidget, TextWidget } from "./widgets/text.tsx";
import type { WidgetProps } from "./widgets/widget.ts";

const table: Readonly<Record<string, ComponentType<WidgetProps>>> = {
  text: TextWidget,
  textarea: TextareaWidget,
  number: NumberWidget,
  updown: NumberWidget,
  phone: PhoneWidget,
  idNumber: IdNumberWidget,
  date: DateWidget,
  radio: RadioWidget,
  segmented: SegmentedWidget,
  select: SelectWidget,
  checkboxes: CheckboxesWidget,
  yesNo: YesNoWidget,
  checkbox: YesNoWidget,
  switch: YesNoWidget,
  unit: UnitWidget,
  photos: PhotosWidget,
  position: PositionWidget,
  place: PlaceWidget,
  matter: MatterWidget,
  checklist: ChecklistWidget,
};

function widgetNamed(name: string, schema: Readonly<Record<string, unknown>>): ComponentType<WidgetProps> {
  const known = table[name];
  if (known !== undefined) return known;
  if (schema["enum"] !== undefined) return SelectWidget;
  return schema["type"] === "number" || schema["type"] === "integer" ? NumberWidget : TextWidget;
}

/** Widgets with one element that a `<label>` can point at; the others are groups named by their title. */
const labelled = new Set([
  "text",
  "textarea",
  "number",
  "updown",
  "phone",
  "idNumber",
  "date",
  "select",
  "unit",
  "place",
]);

export const isLabelled = (name: string): boolean => labelled.has(name) || table[name] === undefined;

/** Draws a value with the widget of this name. */
export function Leaf({ name, ...props }: WidgetProps & { readonly name: string }) {
  return createElement(widgetNamed(name, props.schema), props);
}
