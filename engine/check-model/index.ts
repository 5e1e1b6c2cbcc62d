/** The door of the check of models. */
export { checkFlow, checkModel } from "./check-model.ts";
export type { Finding } from "./finding.ts";
export type { Staffing } from "./people.ts";
