/** What residents may report and in whose words: a street renames, hides and adds matters, and sets its own limits. */
import type { KindRules } from "./kind.ts";
import { listKind } from "./kind.ts";
import { checkIds, checkTitle, isObject, objectsOf } from "../shape.ts";

export const residentKind: KindRules = listKind("matters", "matter", {
  document: "overrides",
  item: "overrides",
  attributes: {},
  narrowing: {},
  check: (content, fault) => [
    ...checkTitle(content["title"], "/title", fault),
    ...checkIds(
      objectsOf(content["matters"]).map((entry) => entry["matter"] ?? null),
      "/matters",
      fault,
    ),
    ...objectsOf(content["matters"]).flatMap((entry, at) => checkTitle(entry["title"], `/matters/${at}/title`, fault)),
    ...Object.entries(isObject(content["progress"]) ? content["progress"] : {}).flatMap(([state, title]) =>
      checkTitle(title, `/progress/${state}`, fault),
    ),
    ...objectsOf(content["ratings"]).flatMap((entry, at) => checkTitle(entry["title"], `/ratings/${at}/title`, fault)),
    ...checkLimits(content["limits"], fault),
    ...checkPhotoHours(content["photoHours"], fault),
  ],
});

/** A limit of nothing would shut residents out; one of everything would open the door to floods. */
function checkLimits(limits: unknown, fault: Parameters<KindRules["check"]>[1]): ReturnType<KindRules["check"]> {
  const entries = isObject(limits as never) ? Object.entries(limits as Record<string, unknown>) : [];
  return entries.flatMap(([name, limit]) => {
    const { count, minutes } = (limit ?? {}) as { readonly count?: unknown; readonly minutes?: unknown };
    const isWhole = (value: unknown, most: number) =>
      Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
    return isWhole(count, 10_000) && isWhole(minutes, 44_640)
      ? []
      : [
          fault(
            `/limits/${name}`,
            "次数应为 1 至 10000，时间应为 1 至 44640 分钟",
            "expected a count of 1 to 10,000 in 1 to 44,640 minutes",
          ),
        ];
  });
}

/** A day at least: a phone without a network sends its report the next morning. */
function checkPhotoHours(hours: unknown, fault: Parameters<KindRules["check"]>[1]): ReturnType<KindRules["check"]> {
  const isRight = hours === undefined || (Number.isInteger(hours) && Number(hours) >= 24 && Number(hours) <= 720);
  return isRight
    ? []
    : [
        fault(
          "/photoHours",
          "未发出的照片应保存 24 至 720 小时",
          "expected 24 to 720 hours for photos that were not sent",
        ),
      ];
}
