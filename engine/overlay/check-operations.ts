/** Is a differential well-formed, before anybody asks what it does? */
import type { Operation } from "../model/pack.ts";
import type { Problem } from "../model/problem.ts";
import { isAttribute, isKey } from "./keys.ts";
import { operationProblem } from "./problems.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const OPS: readonly string[] = [
  "set",
  "hide",
  "show",
  "require",
  "relax",
  "switchOff",
  "remove",
  "add",
  "move",
  "replace",
];
/** Operations that write an attribute: two of them on the same one would make the result depend on their order. */
const WRITES: Readonly<Record<string, string>> = {
  hide: "hidden",
  show: "hidden",
  require: "isRequired",
  relax: "isRequired",
  switchOff: "enabled",
  move: "$position",
  replace: "$slot",
  add: "$self",
  remove: "$self",
};

export function checkOperations(operations: readonly Operation[]): readonly Problem[] {
  const seen = new Set<string>();
  return operations.flatMap((operation) => {
    const problems = checkOperation(operation);
    const place = placeOf(operation);
    const twice = seen.has(place) || seen.has(operation.id);
    seen.add(place).add(operation.id);
    if (!twice) return problems;
    return [
      ...problems,
      operationProblem("OVERLAY_DUPLICATE", operation, "同一处被修改了两次", "the same thing is changed twice"),
    ];
  });
}

function placeOf(operation: Operation): string {
  const { kind, definition, item } = operation.target;
  const attribute = operation.op === "set" ? operation.attribute : (WRITES[operation.op] ?? "");
  // A parameter may have several values, each from its own day.
  const day = kind === "parameter" && operation.op === "set" ? (operation.from ?? "") : "";
  return JSON.stringify([kind, definition, item ?? "", attribute, day]);
}

function isLater(until: string, from: string): boolean {
  return DAY.test(until) && until > from;
}

function checkOperation(operation: Operation): readonly Problem[] {
  const refuse = (zh: string, en: string) => [operationProblem("OVERLAY_MALFORMED", operation, zh, en)];
  if (!OPS.includes(operation.op))
    return refuse(`不认识的操作“${operation.op}”`, `unknown operation "${operation.op}"`);
  if (!isKey(operation.id)) return refuse("操作编号不合规则", "expected a key as the operation's id");
  if (operation.was === undefined) return refuse("缺少修改前的值（was）", "expected the value that was there (`was`)");
  if (!DAY.test(operation.at ?? "")) return refuse("缺少修改日期", "expected the day (`at`)");
  if (!operation.by || !operation.why) return refuse("缺少修改人或理由", "expected who and why (`by`, `why`)");
  if (operation.op === "set" && !isAttribute(operation.attribute))
    return refuse("属性名不合规则", "expected an attribute's name");
  if (operation.op === "set" && operation.value === undefined) return refuse("缺少新值", "expected a value");
  if (operation.op === "set" && operation.from !== undefined && !DAY.test(operation.from))
    return refuse("生效日期应为年-月-日", "expected the day from which it holds");
  if (operation.op === "set" && operation.until !== undefined && !isLater(operation.until, operation.from ?? ""))
    return refuse("失效日期应晚于生效日期", "expected an end after the beginning");
  if (operation.op !== "set" && operation.target.item === undefined)
    return refuse("缺少所修改的项", "expected the item");
  return [];
}
