/** Door of forms: what shows, what is sent, what is wrong with it. ajv stays outside: a compiled validator comes in. */
export { checkSubmission } from "./check-submission.ts";
export { outcomeLine, type OutcomeLine } from "./outcome-line.ts";
export { prepareSubmission } from "./prepare-submission.ts";
export { raisedItems } from "./raised-items.ts";
export { titleAt } from "./titles.ts";
export { visibleItems } from "./visible-items.ts";
export { formChanges, typeProblems } from "./form-changes.ts";
export type { FormChange } from "./form-changes.ts";
export { cellOf, columnsOf } from "./form-columns.ts";
export type { FormColumn, NameOf } from "./form-columns.ts";
