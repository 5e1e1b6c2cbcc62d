/** 转办: whom a task may be passed to: the same role at the units around the case, and the colleagues of its groups. */
import type { TaskView } from "../../engine/model/effect.ts";
import type { Person, Task } from "../contract/types.ts";
import type { CaseRow } from "../store/cases.ts";
import { peopleWith } from "../store/people-with-role.ts";
import type { RuntimeContext } from "./context.ts";
import { groupTitle } from "./group-title.ts";

type Target = NonNullable<Task["transferTo"]>[number];

/** Units that may take work of a street: its own, and those of every level above it. */
function unitsFor({ catalogue }: RuntimeContext, street: string): ReadonlySet<string> {
  const { tree } = catalogue;
  const own = tree.units.filter((unit) => tree.tenant(unit.code) === street);
  const above = tree.units.filter(
    (unit) => unit.kind === "department" && tree.path(street).startsWith(`${tree.path(tree.worksFor(unit.code))}/`),
  );
  return new Set([...own, ...above].map((unit) => unit.code));
}

/** Groups with the people in them, in the order of the organisation; who may not take the task is left out. */
export async function transferTargets(
  context: RuntimeContext,
  row: CaseRow,
  view: TaskView,
): Promise<readonly Target[]> {
  const roles = [...new Set(view.candidateGroups.map((group) => group.slice(group.indexOf("/") + 1)))];
  const units = unitsFor(context, row.street_id);
  const groups = new Map<string, Person[]>();
  for (const { unit, role, id, name } of await peopleWith(context.store.read, roles)) {
    if (!units.has(unit) || view.excludedActors.includes(id)) continue;
    const group = `${unit}/${role}`;
    groups.set(group, [...(groups.get(group) ?? []), { id, name }]);
  }
  return [...groups].map(([group, people]) => ({ group, title: { ...groupTitle(context, group) }, people }));
}
