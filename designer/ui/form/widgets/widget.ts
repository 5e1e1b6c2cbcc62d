/** What every widget gets. Widgets know nothing of rjsf: form-view.tsx translates. */
import type { Choice, Json } from "../schema.ts";

export interface WidgetProps {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
  readonly title: string;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly invalid: boolean;
  readonly placeholder: string;
  readonly options: Json;
  readonly choices: readonly Choice[];
  readonly schema: Json;
}

/** Ties an input to its title, help and error for screen readers. */
export const described = (props: WidgetProps) => ({
  "aria-describedby": `${props.id}-help ${props.id}-error`,
  "aria-invalid": props.invalid,
  ...(props.required ? { "aria-required": true } : {}),
});

/** The same for a group of inputs, which is named by its title instead of labelled. */
export const groupDescribed = (props: WidgetProps) => ({
  role: "group",
  "aria-labelledby": `${props.id}-title`,
  "aria-describedby": `${props.id}-help ${props.id}-error`,
});

export const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
