/** 批示: which units a leader may address, who is told there, and who may answer. */
import type { InstanceState } from "../../engine/model/state.ts";
import { supervisionsOf } from "../../engine/index.ts";
import type { Principal } from "../access/actor.ts";
import { rowAllows } from "../access/table.ts";
import { isWithin } from "../access/unit-tree.ts";
import type { CaseDetail } from "../contract/types.ts";
import type { CaseRow } from "../store/cases.ts";
import type { RuntimeContext } from "./context.ts";

type Catalogued = Pick<RuntimeContext, "catalogue">;

const kinds: readonly string[] = ["department", "community", "street"];

/** Units of the case's street and of its district that do work, the one that has the case first. */
export function instructTo({ catalogue }: Catalogued, row: CaseRow): NonNullable<CaseDetail["instructTo"]> {
  const { tree } = catalogue;
  const above = tree.get(row.street_id)?.parent;
  const near = tree.units.filter(({ code, kind }) => {
    if (kind === "department" && tree.worksFor(code) === above) return true;
    return kinds.includes(kind) && isWithin(tree.path(code), tree.path(row.street_id));
  });
  const place = (code: string, kind: string) => (code === row.lead ? -1 : kinds.indexOf(kind));
  return near
    .toSorted((a, b) => place(a.code, a.kind) - place(b.code, b.kind))
    .map(({ code, title }) => ({ unit: code, title: { ...title } }));
}

/** Everybody who works at a unit, as candidate groups. */
export function groupsAt({ catalogue }: Catalogued, unit: string): readonly string[] {
  const kind = catalogue.tree.get(unit)?.kind ?? "";
  return catalogue
    .roles()
    .filter(({ key, at }) => at.includes(kind) && rowAllows("task.complete", key))
    .map(({ key }) => `${unit}/${key}`);
}

/** Units whose answer is still owed. */
export const addressedUnits = (state: InstanceState): readonly string[] =>
  supervisionsOf(state).flatMap(({ unit }) => unit ?? []);

/** Whether somebody may answer: to an instruction only the unit that was addressed. */
export function mayAnswer(principal: Principal, state: InstanceState, supervisionId: string): boolean {
  const asked = supervisionsOf(state).find(({ id }) => id === supervisionId);
  return asked?.unit === undefined || principal.grants.some((grant) => grant.unit === asked.unit);
}

export const stateOf = (instance: { readonly state: string }): InstanceState =>
  JSON.parse(instance.state) as InstanceState;
