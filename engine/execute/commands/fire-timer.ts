/** A due date has come: of a timer event, of a ladder's rung, or of a supervision's reply. */
import type { CommandOf } from "../../model/command.ts";
import type { TimerState } from "../../model/state.ts";
import { reachRung } from "../ladders.ts";
import { REJECTIONS } from "../problems.ts";
import { own } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { remindSupervision } from "../supervisions.ts";
import { nextDue, scheduleTimer } from "../timers.ts";
import { trigger } from "../trigger.ts";
import type { CommandRule } from "./command-rule.ts";

export const fireTimer: CommandRule<"fireTimer"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, { timerId, now }: CommandOf<"fireTimer">): Rejection {
  const stored = own(run.state.timers, timerId);
  if (stored === undefined) return REJECTIONS.timerNotFound();
  if (now < stored.dueAt) return REJECTIONS.timerNotDue(stored.dueAt);
  const timer = { id: timerId, ...stored };
  run.emit({ type: "timerClosed", timerId, outcome: "fired" });
  FIRED[timer.kind](run, timer);
  return undefined;
}

const FIRED: { readonly [K in TimerState["kind"]]: (run: Run, timer: TimerState) => void } = {
  timer: fireEvent,
  rung: reachRung,
  supervision: remindSupervision,
};

function fireEvent(run: Run, timer: TimerState): void {
  const next = nextDue(run, timer);
  if (next !== undefined) {
    const { id: _, every: __, remainingRepeats: ___, ...same } = timer;
    scheduleTimer(run, { ...same, id: run.nextId("d"), ...next });
  }
  trigger(run, timer, {});
}
