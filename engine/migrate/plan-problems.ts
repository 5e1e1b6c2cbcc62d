/** What is wrong with a plan, whatever instance it is used on: errors stop it, warnings say what will begin anew. */
import type { Bundle } from "../model/bundle.ts";
import type { Problem } from "../model/problem.ts";
import { own } from "../execute/read-state.ts";
import { isSameKind } from "./kinship.ts";
import { Mapping } from "./mapping.ts";
import type { MigrationPlan, ProcessPlan } from "./plan.ts";
import { PLAN_PROBLEMS } from "./problems.ts";

export function planProblems(plan: MigrationPlan, from: Bundle, to: Bundle): readonly Problem[] {
  const isForThese = plan.from === from.hash && plan.to === to.hash;
  const mapping = new Mapping(from, to, plan);
  return [
    ...(isForThese ? [] : [PLAN_PROBLEMS.bundle()]),
    ...Object.entries(plan.processes).flatMap(([key, process]) => processProblems(mapping, key, process)),
  ];
}

function processProblems(mapping: Mapping, key: string, plan: ProcessPlan): readonly Problem[] {
  const [before, after] = [mapping.oldProcess(key), mapping.newProcess(key)];
  if (before === undefined || after === undefined) return [PLAN_PROBLEMS.process(before === undefined ? key : plan.to)];
  const flows = Object.entries(plan.flows ?? {}).flatMap(([id, target]) => [
    ...(own(before.flows, id) === undefined ? [PLAN_PROBLEMS.flow(id, key)] : []),
    ...(own(after.flows, target) === undefined ? [PLAN_PROBLEMS.flow(target, key)] : []),
  ]);
  return [...Object.keys(plan.elements).flatMap((id) => elementProblems(mapping, key, id)), ...flows];
}

function elementProblems(mapping: Mapping, key: string, id: string): readonly Problem[] {
  const [before, after] = [mapping.oldNode(key, id), mapping.newNode(key, id)];
  const target = mapping.elementId(key, id);
  if (before === undefined) return [PLAN_PROBLEMS.element(id, key)];
  if (after === undefined) return [PLAN_PROBLEMS.element(target, key)];
  const parent = before.parentId === undefined ? undefined : mapping.elementId(key, before.parentId);
  if (after.parentId !== parent) return [PLAN_PROBLEMS.scope(id, target)];
  return isSameKind(before, after) ? [] : [PLAN_PROBLEMS.kind(id, target)];
}
