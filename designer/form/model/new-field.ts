/** A field as the palette gives it: with a name to overwrite and a key that nobody else has. */
import { beginnings, type FieldKind } from "./field-kinds.ts";
import { freeKey } from "./keys.ts";
import type { FieldParts } from "./edit-fields.ts";
import { getIn } from "./json-path.ts";

type Made = Exclude<FieldKind, "other">;

/** `title` in Chinese is what the palette calls the kind; English is left to people, and checked before publishing. */
export function newField(kind: Made, title: string, taken: ReadonlySet<string>): FieldParts {
  const { schema, ui = {} } = beginnings[kind];
  const isChoice = getIn(ui, ["ui:enumNames"]) !== undefined;
  const words = isChoice ? { options: { option1: "Option 1", option2: "Option 2" } } : undefined;
  const checks = kind === "checklist" ? { options: { item1: "Item 1", general: "Checks" } } : undefined;
  const said = words ?? checks;
  const { type, ...rest } = schema;
  return {
    id: freeKey(kind, taken),
    schema: { ...(type === undefined ? {} : { type }), title, ...rest },
    ui,
    messages: said === undefined ? {} : { en: said },
    isRequired: false,
  };
}
