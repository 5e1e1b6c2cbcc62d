/** The door of parsing: documents in, the model or its problems out. */
export { parseBpmn } from "./bpmn.ts";
export type { ParsedBpmn } from "./bpmn.ts";
export { parseDmn } from "./dmn.ts";
export type { ParsedDmn } from "./dmn.ts";
export { FIELD_RIGHTS, GL_URI, STAGES, glModdle } from "./gl-moddle.ts";
