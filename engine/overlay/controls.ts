/** May this operation be made here? Asked when it is made and again when it is loaded (definitions.md §3). */
import type { Json, JsonObject } from "../model/json.ts";
import type { Control, Operation } from "../model/pack.ts";
import type { Problem } from "../model/problem.ts";
import type { KindRules } from "./kinds/index.ts";
import { isNarrower } from "./narrower.ts";
import { operationProblem } from "./problems.ts";
import { isObject } from "./shape.ts";

const CONTROLS: readonly string[] = ["additive", "fixed", "overrides", "frozen"];

/** What the base says of one item: itself, or the document's `controls`; otherwise the table of its kind. */
function saidOf(content: JsonObject, id: string, attributes: JsonObject): Control | undefined {
  const listed = isObject(content["controls"]) ? content["controls"][id] : undefined;
  const said = attributes["control"] ?? listed;
  return typeof said === "string" && CONTROLS.includes(said) ? (said as Control) : undefined;
}

export interface Place {
  readonly rules: KindRules;
  readonly content: JsonObject;
  /** Item id; `""` is the document itself. */
  readonly id: string;
  readonly attributes: JsonObject;
}

function controlOf({ rules, content, id, attributes }: Place, attribute?: string): Control {
  const said = saidOf(content, id, attributes);
  if (said !== undefined) return said;
  const named =
    attribute === undefined || !Object.hasOwn(rules.attributes, attribute) ? undefined : rules.attributes[attribute];
  return named ?? (id === "" ? rules.document : rules.item);
}

/** How far an attribute of an item may be changed, for screens that ask before anybody tries. */
export function controlFor(rules: KindRules, content: JsonObject, id: string, attribute: string): Control {
  const attributes = rules.items(content).find((item) => item.id === id)?.attributes ?? {};
  return controlOf({ rules, content, id, attributes }, attribute);
}

/** May children put items of their own into this document? */
export function refuseAdd(place: Place, operation: Operation): readonly Problem[] {
  const control = controlOf({ ...place, id: "", attributes: place.content });
  if (control === "additive" || control === "overrides") return [];
  return [notAllowed(operation, "上级不允许在此增加", "the base does not let children add here")];
}

/** May the attribute have this value? `fixed` lets it be narrowed only. */
export function refuseSet(place: Place, attribute: string, value: Json, operation: Operation): readonly Problem[] {
  if (attribute === "hidden" && value === true && place.attributes["isRequired"] === true)
    return [notAllowed(operation, "必填项不能隐藏", "a required item cannot be hidden")];
  const control = controlOf(place, attribute);
  if (control === "overrides") return [];
  if (control !== "fixed")
    return [notAllowed(operation, `上级不允许修改“${attribute}”`, `the base does not let "${attribute}" be changed`)];
  const narrowing = Object.hasOwn(place.rules.narrowing, attribute) ? place.rules.narrowing[attribute] : undefined;
  if (narrowing !== undefined && isNarrower(narrowing, place.attributes[attribute], value)) return [];
  return [
    notAllowed(operation, `“${attribute}”只能比上级更严`, `"${attribute}" may only be made narrower than the base`),
  ];
}

/** Taking out and moving change what the base promised: only where it lets itself be replaced. */
export function refuseReplace(place: Place, operation: Operation): readonly Problem[] {
  if (controlOf(place) === "overrides") return [];
  return [notAllowed(operation, "上级不允许删除或移动", "the base does not let this be removed or moved")];
}

function notAllowed(operation: Operation, zh: string, en: string): Problem {
  return operationProblem("OVERLAY_NOT_ALLOWED", operation, zh, en);
}
