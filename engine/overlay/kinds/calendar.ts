/** Office hours and holidays: a street may keep other hours and name its own days off and make-up days. */
import type { KindRules } from "./kind.ts";
import { isObject } from "../shape.ts";

export const calendarKind: KindRules = {
  document: "overrides",
  item: "overrides",
  attributes: { timeZone: "frozen" },
  narrowing: {},
  items: (content) =>
    Object.entries(isObject(content["days"]) ? content["days"] : {}).flatMap(([id, day]) =>
      isObject(day) ? [{ id, attributes: day }] : [],
    ),
  withItems: (content, items) => ({
    ...content,
    days: Object.fromEntries(items.map(({ id, attributes }) => [id, attributes])),
  }),
  check: (content, fault) =>
    isObject(content["days"]) ? [] : [fault("/days", "缺少节假日和调休安排", "expected holidays and make-up days")],
};
