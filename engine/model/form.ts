import type { JsonObject } from "./json.ts";
import type { Instant } from "./time.ts";
import type { Title } from "./title.ts";

/** A form as resolved for one street: draft 2020-12 with our own keywords (decided.md 6). */
export interface Form {
  readonly key: string;
  readonly title: Title;
  readonly schema: JsonObject;
  readonly uiSchema: JsonObject;
  /** Language → item id → words. */
  readonly messages: JsonObject;
  /** Name → FEEL over `submission`, a list of the cases that an accepted submission opens. */
  readonly raises?: Readonly<Record<string, string>>;
}

/** What a form's expressions may read besides the submission, and the time they are read at. */
export interface FormContext {
  readonly now: Instant;
  readonly timeZone: string;
  readonly variables?: JsonObject;
}

/** One finding of a compiled JSON Schema validator, as ajv reports it. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A compiled validator: all findings, none when the value fits. */
export type Validate = (value: unknown) => readonly SchemaError[];
