/**
 * 兜底: a task whose groups have nobody goes to the group that the content names for the role (`fallback` in
 * organisation/roles.json), nearest unit first, by a transfer that stands in the case's story with its reason.
 */
import { advance } from "../../engine/index.ts";
import type { Bundle } from "../../engine/model/bundle.ts";
import type { Command } from "../../engine/model/command.ts";
import type { Effect, TaskView } from "../../engine/model/effect.ts";
import type { Event } from "../../engine/model/event.ts";
import type { InstanceState } from "../../engine/model/state.ts";
import type { RuntimeContext } from "./context.ts";
import { groupTitle } from "./group-title.ts";
import { canTake, isOrphan, type Staffing } from "./staffing.ts";

/** Units from this one up to the top; one that was closed since still knows what stood above it. */
function upwards(catalogue: RuntimeContext["catalogue"], code: string): readonly string[] {
  const unit = catalogue.tree.get(code) ?? catalogue.formerUnits().get(code);
  if (unit === undefined) return [];
  return [code, ...(unit.parent === undefined ? [] : upwards(catalogue, unit.parent))];
}

/** Groups that stand in for a group, in the order of the content. */
export function standIns({ catalogue }: Pick<RuntimeContext, "catalogue">, group: string): readonly string[] {
  const [unit = "", key = ""] = group.split("/");
  const role = catalogue.roles().find((each) => each.key === key);
  const above = upwards(catalogue, unit);
  return (role?.fallback ?? []).flatMap(({ at, role: standIn }) => {
    const found = above.find((code) => catalogue.tree.get(code)?.kind === at);
    return found === undefined ? [] : [`${found}/${standIn}`];
  });
}

/** The first group with somebody who may take the task; undefined when there is none up to the top. */
export const fallbackFor = (
  context: Pick<RuntimeContext, "catalogue">,
  staffing: Staffing,
  task: TaskView,
): string | undefined =>
  task.candidateGroups.flatMap((group) => standIns(context, group)).find((group) => canTake(staffing, group, task));

export function fallbackReason(context: Pick<RuntimeContext, "catalogue">, task: TaskView, to: string): string {
  const empty = task.candidateGroups.map((group) => groupTitle(context, group)["zh-CN"]).join("、");
  return `“${empty}”暂无可办理的人员，按兜底规则转由“${groupTitle(context, to)["zh-CN"]}”办理`;
}

export interface Advanced {
  readonly state: InstanceState;
  readonly events: readonly Event[];
  readonly effects: readonly Effect[];
}

const touched = (effects: readonly Effect[]): readonly TaskView[] =>
  effects.flatMap((effect) => (effect.type === "createTask" || effect.type === "updateTask" ? [effect.task] : []));

/** In: what a command has brought about. Out: the same, and a transfer for every task that nobody could take. */
export function withFallback(
  context: Pick<RuntimeContext, "catalogue">,
  staffing: Staffing,
  bundle: Bundle,
  now: Command["now"],
  after: Advanced,
): Advanced {
  const orphans = touched(after.effects).filter((task) => isOrphan(staffing, task));
  return orphans.reduce((before, task) => {
    const to = fallbackFor(context, staffing, task);
    if (to === undefined || task.candidateGroups.includes(to)) return before;
    const result = advance(bundle, before.state, {
      ...{ type: "transferTask", taskId: task.taskId, candidateGroups: [to] },
      ...{ reason: fallbackReason(context, task, to), now, actor: { kind: "system", id: "engine" } },
    });
    // The task may have ended in the same step.
    if (!result.ok) return before;
    const { state, events, effects } = result;
    return { state, events: [...before.events, ...events], effects: [...before.effects, ...effects] };
  }, after);
}
