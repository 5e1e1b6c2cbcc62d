/** Decision tables: a street adds rules before the base's, changes cells, and takes rules out (SYS-14: the matrix is per street). */
import type { Decision } from "../../model/decision.ts";
import type { Operation, OwnedOperation } from "../../model/pack.ts";
import type { Problem, Result } from "../../model/problem.ts";
import { operationProblem } from "../problems.ts";

type Rule = Decision["rules"][number];

/** In: a parsed table and the operations of all packs, root first. Out: the table with its rules changed. */
export function resolveDecision(decision: Decision, operations: readonly OwnedOperation[]): Result<Decision> {
  const problems: Problem[] = [];
  let rules: readonly Rule[] = decision.rules;
  for (const { operation } of operations) {
    const changed = change(rules, operation, decision);
    if (changed.ok) rules = changed.value;
    else problems.push(...changed.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { ...decision, rules } };
}

function change(rules: readonly Rule[], operation: Operation, decision: Decision): Result<readonly Rule[]> {
  const at = rules.findIndex((rule) => rule.id === operation.target.item);
  switch (operation.op) {
    case "add":
      return add(rules, operation, decision);
    case "remove":
    case "switchOff":
      return at < 0 ? missing(operation) : { ok: true, value: rules.toSpliced(at, 1) };
    case "set":
      return at < 0 ? missing(operation) : setCells(rules, at, operation, decision);
    default:
      return refuse(
        "OVERLAY_NOT_SUPPORTED",
        operation,
        "决策表不支持此操作",
        "a decision table does not know this operation",
      );
  }
}

/** Without an anchor the rule comes first: under FIRST a street's exception must win over the city's rule. */
function add(
  rules: readonly Rule[],
  operation: Extract<Operation, { readonly op: "add" }>,
  decision: Decision,
): Result<readonly Rule[]> {
  const { when, then, note } = operation.value;
  const rule: Rule = {
    id: operation.target.item ?? "",
    note: typeof note === "string" ? note : "",
    when: cells(when),
    // oxlint-disable-next-line unicorn/no-thenable -- a rule's conclusion, never awaited
    then: cells(then),
  };
  const wide = rule.when.length === decision.inputs.length && rule.then.length === decision.outputs.length;
  if (!wide)
    return refuse(
      "OVERLAY_WRONG_WIDTH",
      operation,
      "规则的格数与决策表不符",
      "the rule has not as many cells as the table",
    );
  const after = rules.findIndex(({ id }) => id === operation.after);
  if (operation.after !== undefined && after < 0) return missing(operation);
  return { ok: true, value: rules.toSpliced(operation.after === undefined ? 0 : after + 1, 0, rule) };
}

function setCells(
  rules: readonly Rule[],
  at: number,
  operation: Extract<Operation, { readonly op: "set" }>,
  decision: Decision,
): Result<readonly Rule[]> {
  const rule = rules[at];
  const name = operation.attribute;
  if (rule === undefined || (name !== "when" && name !== "then"))
    return refuse("OVERLAY_ATTRIBUTE_UNKNOWN", operation, "规则只有条件和结论", "a rule has `when` and `then` only");
  const next = cells(operation.value);
  const width = name === "when" ? decision.inputs.length : decision.outputs.length;
  if (next.length !== width)
    return refuse(
      "OVERLAY_WRONG_WIDTH",
      operation,
      "规则的格数与决策表不符",
      "the rule has not as many cells as the table",
    );
  return { ok: true, value: rules.with(at, { ...rule, [name]: next }) };
}

function cells(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((cell): cell is string => typeof cell === "string") : [];
}

function missing(operation: Operation): Result<never> {
  return refuse("OVERLAY_TARGET_MISSING", operation, "决策表中没有这条规则", "the decision table has no such rule");
}

function refuse(code: string, operation: Operation, zh: string, en: string): Result<never> {
  return { ok: false, problems: [operationProblem(code, operation, zh, en)] };
}
