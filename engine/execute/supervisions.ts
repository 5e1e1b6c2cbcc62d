/** Supervisions: whom they concern, and the reminder when the reply is late. */
import type { TimerState } from "../model/state.ts";
import { own, tasksOf } from "./read-state.ts";
import type { Run } from "./run.ts";

/** Candidate groups of the open tasks, and the people who have them. */
export function peopleAtWork(run: Run): readonly string[] {
  const people = tasksOf(run.state).flatMap(({ assignee, candidateGroups = [], candidateUsers = [] }) => [
    ...(assignee === undefined ? candidateUsers : [assignee]),
    ...candidateGroups,
  ]);
  return [...new Set(people)];
}

export function remindSupervision(run: Run, { supervisionId = "" }: TimerState): void {
  const supervision = own(run.state.supervisions, supervisionId);
  if (supervision === undefined) return;
  run.emit({ type: "supervisionOverdue", supervisionId });
  const { requirement, unit, notify } = supervision;
  run.effect({
    ...{ type: "notifySupervision", supervisionId, requirement, notify: notify ?? peopleAtWork(run) },
    ...(unit === undefined ? {} : { unit }),
  });
}
