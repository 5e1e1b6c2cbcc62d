/** 督办: recorded and told to those who have the open tasks; a limit asks for the reply until then. */
import { addBudget } from "../../calendar/index.ts";
import type { CommandOf } from "../../model/command.ts";
import type { SupervisionState } from "../../model/state.ts";
import { REJECTIONS } from "../problems.ts";
import { ROOT_SCOPE } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { peopleAtWork } from "../supervisions.ts";
import { scheduleTimer } from "../timers.ts";
import { isLimit } from "../values.ts";
import type { CommandRule } from "./command-rule.ts";

export const supervise: CommandRule<"supervise"> = { carryOut };

function carryOut(run: Run, { requirement, limit, notify, unit }: CommandOf<"supervise">): Rejection {
  if (limit !== undefined && !isLimit(limit)) return REJECTIONS.limitInvalid();
  const id = run.nextId("v");
  const dueAt = limit === undefined ? undefined : addBudget(run.calendar, run.now, limit);
  const supervision: SupervisionState = {
    ...{ id, requirement, openedBy: run.actor.id, openedAt: run.now },
    ...(dueAt === undefined ? {} : { dueAt }),
    // Kept, so that the reminder goes to the unit that was named and not to whoever has the tasks then.
    ...(unit === undefined ? {} : { unit, notify: notify ?? [] }),
  };
  run.emit({ type: "supervisionOpened", supervision });
  run.effect({
    ...{ type: "notifySupervision", supervisionId: id, requirement, notify: notify ?? peopleAtWork(run) },
    ...(unit === undefined ? {} : { unit }),
  });
  if (dueAt === undefined) return undefined;
  const timer = {
    id: run.nextId("d"),
    kind: "supervision",
    elementId: run.state.processKey,
    scopeId: ROOT_SCOPE,
  } as const;
  scheduleTimer(run, { ...timer, dueAt, supervisionId: id });
  return undefined;
}
