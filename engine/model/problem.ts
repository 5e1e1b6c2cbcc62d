/**
 * Something a user caused: a value, never an exception. The code is stable (SCREAMING_SNAKE), the two
 * sentences are for people, `path` names the field (JSON Pointer) and `elementId` the BPMN/DMN element.
 */
export interface Problem {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly severity?: "error" | "warning";
  readonly path?: string;
  readonly elementId?: string;
}

/** Outcome of something a user can get wrong. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };
