/** What a page gives to a form, and what the frame gives to the drawing of its fields. */
import type { ReactNode } from "react";
import type { Form } from "../../../server/contract/types.ts";
import type { FormContext, FormData, Language } from "./environment.tsx";
import type { FormValidator } from "./verdict.ts";

export interface FieldRight {
  readonly path: string;
  readonly right: "editable" | "readOnly" | "hidden";
}

export interface Sending {
  readonly submissionId: string;
}

export interface FormViewProps {
  readonly form: Form;
  readonly data: FormData;
  readonly onChange: (data: FormData) => void;
  /** Called with what the validator accepts. When it resolves, the draft on the device is forgotten. */
  readonly onSubmit: (data: FormData, sending: Sending) => Promise<void> | void;
  readonly language: Language;
  readonly context: FormContext;
  readonly readOnly?: boolean;
  readonly fieldRights?: readonly FieldRight[];
  /** Variables of the task, for rules of the form. */
  readonly inputs?: FormData;
  /** So that a button elsewhere can send: `<button form={formId}>`. */
  readonly formId?: string;
  readonly submitLabel?: string;
  readonly busyLabel?: string;
  /** Shown at the end in place of the form's own button; `null` for none. */
  readonly actions?: ReactNode;
}

export interface Drawing {
  readonly uiSchema: Readonly<Record<string, unknown>>;
  readonly validator: FormValidator;
  readonly idPrefix: string;
  readonly onChange: (data: FormData) => void;
  readonly onBlur: (id: string) => void;
  readonly onSubmit: () => void;
}

export interface FrameProps extends FormViewProps {
  readonly children: (drawing: Drawing, end: ReactNode) => ReactNode;
}
