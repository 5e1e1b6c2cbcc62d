/** Words, problems, limits and positions, which every noun uses. */
import { text, short, id, instant, lng, lat, list, ref, anyObject, object } from "../schema-parts.ts";

export const commonSchemas = {
  Title: object({ "zh-CN": text, en: text }, ["en"]),
  Problem: object(
    {
      code: short,
      zh: text,
      en: text,
      path: short,
      elementId: short,
      severity: { enum: ["error", "warning"] },
    },
    ["path", "elementId", "severity"],
  ),
  /** Body of every answer that is not 2xx; `problems` lists each field or element when there are several. */
  Failure: object({ error: ref("FailureBody") }),
  FailureBody: object(
    {
      code: short,
      zh: text,
      en: text,
      path: short,
      elementId: short,
      requestId: id,
      problems: list(ref("Problem")),
      details: anyObject,
    },
    ["path", "elementId", "problems", "details"],
  ),
  Limit: object({
    value: { type: "number", minimum: 0 },
    clock: { enum: ["urgentHour", "workHour", "workDay", "naturalDay"] },
  }),
  Position: object(
    { lng, lat, accuracy: { type: "number", minimum: 0 }, source: { enum: ["gps", "pin", "place"] }, at: instant },
    ["accuracy", "at"],
  ),
};
