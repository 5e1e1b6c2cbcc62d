/** SLA rungs: a street may remind earlier and add rungs of its own; it may not be slower than the city. */
import type { KindRules } from "./kind.ts";
import { listKind } from "./kind.ts";
import { checkIds, checkKey, checkOneOf, checkTitle, objectsOf } from "../shape.ts";
import type { Fault } from "../shape.ts";
import type { JsonObject } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";

const ACTIONS = ["remind", "urge", "yellowCard", "redCard", "escalate", "supervise"];

export const ladderKind: KindRules = listKind("rungs", "id", {
  document: "additive",
  item: "fixed",
  attributes: { notify: "overrides", action: "frozen" },
  narrowing: { percent: "lower" },
  check: (content, fault) => [
    ...checkTitle(content["title"], "/title", fault),
    ...checkKey(content["escalationCode"], "/escalationCode", fault),
    ...checkIds(
      objectsOf(content["rungs"]).map((rung) => rung["id"] ?? null),
      "/rungs",
      fault,
    ),
    ...objectsOf(content["rungs"]).flatMap((rung, at) => checkRung(rung, `/rungs/${at}`, fault)),
  ],
});

function checkRung(rung: JsonObject, at: string, fault: Fault): readonly Problem[] {
  const percent = rung["percent"];
  const right = typeof percent === "number" && percent > 0 && percent <= 1000;
  return [
    ...checkOneOf(rung["action"], ACTIONS, `${at}/action`, fault),
    ...(right
      ? []
      : [fault(`${at}/percent`, "百分比应在 0 到 1000 之间", "expected a per cent above 0, at most 1000")]),
  ];
}
