/** Who could take a task: people by candidate group, kept for a moment because every new task asks. */
import type { TaskView } from "../../engine/model/effect.ts";
import type { Reader, Store } from "../store/index.ts";
import { peopleByGroup } from "../store/staffing.ts";

export interface Staffing {
  /** Active people of a group `<unit>/<role>`. */
  people(group: string): readonly string[];
}

/** Read now; for commands that have just changed who stands where. */
export async function readStaffing(read: Reader): Promise<Staffing> {
  const groups = await peopleByGroup(read);
  return { people: (group) => groups.get(group) ?? [] };
}

interface Kept {
  readonly at: number;
  readonly staffing: Promise<Staffing>;
}

const keptMs = 1000;
const kept = new WeakMap<Store, Kept>();

/** At most a second old. */
export function staffingOf(store: Store): Promise<Staffing> {
  const known = kept.get(store);
  const now = performance.now();
  if (known !== undefined && now - known.at < keptMs) return known.staffing;
  const staffing = readStaffing(store.read);
  kept.set(store, { at: now, staffing });
  staffing.catch(() => kept.delete(store));
  return staffing;
}

/** Somebody was appointed or has left: the next task looks again. */
export const forgetStaffing = (store: Store): void => void kept.delete(store);

/** Whether the group has somebody who is not excluded from the task. */
export const canTake = (staffing: Staffing, group: string, task: Pick<TaskView, "excludedActors">): boolean =>
  staffing.people(group).some((id) => !task.excludedActors.includes(id));

/** Nobody has it and nobody could take it. */
export const isOrphan = (staffing: Staffing, task: TaskView): boolean =>
  task.assignee === undefined &&
  task.candidateGroups.length > 0 &&
  !task.candidateUsers.some((id) => !task.excludedActors.includes(id)) &&
  !task.candidateGroups.some((group) => canTake(staffing, group, task));
