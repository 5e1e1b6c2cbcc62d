/** Decision requirements graphs of one file: each table is given the tables it requires (DMN §6.2.2, §10.4). */
import type { DmnDrgElement, DmnRequirement } from "dmn-moddle";
import type { Decision } from "../model/decision.ts";
import type { Problem, Result } from "../model/problem.ts";
import { unsupported } from "./dmn-table.ts";

/** Tables that one decision may need in all: each is evaluated, and stored with it, as often as it is required. */
const REQUIRED_LIMIT = 50;

export interface ParsedTable {
  readonly element: DmnDrgElement;
  readonly decision: Decision;
}

/** In: the tables of a file. Out: the same with `requires` filled, or unknown, foreign, circular and too many references. */
export function linkRequirements(tables: readonly ParsedTable[]): Result<Decision[]> {
  const byId = new Map(tables.map((table) => [table.decision.key, table]));
  const linked = tables.map((table) => link(table, byId, []));
  const problems = linked.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return { ok: false, problems: distinct(problems) };
  return { ok: true, value: linked.flatMap((result) => (result.ok ? [result.value] : [])) };
}

function link(table: ParsedTable, byId: ReadonlyMap<string, ParsedTable>, above: readonly string[]): Result<Decision> {
  const { element, decision } = table;
  if (above.length > REQUIRED_LIMIT) return tooMany(decision.key);
  const requires: { readonly name: string; readonly decision: Decision }[] = [];
  for (const requirement of element.informationRequirement ?? []) {
    const href = requirement.requiredDecision?.href;
    if (href === undefined) continue;
    const found = target(requirement, href, decision.key, byId, above);
    if (!found.ok) return found;
    const needed = link(found.value, byId, [...above, decision.key]);
    if (!needed.ok) return needed;
    requires.push({ name: nameOf(found.value), decision: needed.value });
    if (sizeOf(requires) > REQUIRED_LIMIT) return tooMany(decision.key);
  }
  return { ok: true, value: requires.length === 0 ? decision : { ...decision, requires } };
}

/** The variable under which others read the answer; the decision's own name where none is declared. */
function nameOf({ element, decision }: ParsedTable): string {
  return element.variable?.name ?? element.name ?? decision.key;
}

function sizeOf(requires: NonNullable<Decision["requires"]>): number {
  return requires.reduce((sum, { decision }) => sum + 1 + sizeOf(decision.requires ?? []), 0);
}

function target(
  requirement: DmnRequirement,
  href: string,
  key: string,
  byId: ReadonlyMap<string, ParsedTable>,
  above: readonly string[],
): Result<ParsedTable> {
  const elementId = requirement.id ?? key;
  const needed = href.startsWith("#") ? byId.get(href.slice(1)) : undefined;
  if (needed === undefined) {
    const zh = `决策“${key}”依赖的“${href}”不是本文件中的决策表`;
    return {
      ok: false,
      problems: [
        unsupported(elementId, zh, `The decision "${key}" requires "${href}", which is no decision table of this file`),
      ],
    };
  }
  if (needed.decision.key !== key && !above.includes(needed.decision.key)) return { ok: true, value: needed };
  const circle = [...above, key, needed.decision.key].join(" → ");
  const problem = {
    code: "DMN_CYCLE",
    elementId,
    zh: `决策之间循环依赖：${circle}`,
    en: `Decisions require each other in a circle: ${circle}`,
  };
  return { ok: false, problems: [problem] };
}

function tooMany(key: string): Result<never> {
  const zh = `决策“${key}”直接和间接依赖的决策超过 ${REQUIRED_LIMIT} 个`;
  return {
    ok: false,
    problems: [unsupported(key, zh, `The decision "${key}" requires more than ${REQUIRED_LIMIT} decisions in all`)],
  };
}

/** The same circle is met from each decision on it. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.elementId}`, problem])).values()];
}
