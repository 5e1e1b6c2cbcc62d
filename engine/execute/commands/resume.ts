/**
 * 恢复: budgets run on with what was left, and all timers are armed again. A BPMN timer keeps its due date: a date is
 * a date; only budgets count working time.
 */
import type { CommandOf } from "../../model/command.ts";
import { resumeBudgets } from "../budgets.ts";
import { REJECTIONS } from "../problems.ts";
import { timersOf } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { armTimer } from "../timers.ts";
import type { CommandRule } from "./command-rule.ts";

export const resume: CommandRule<"resume"> = { carryOut };

function carryOut(run: Run, { reason }: CommandOf<"resume">): Rejection {
  if (!run.isSuspended) return REJECTIONS.notSuspended();
  const others = timersOf(run.state).filter((timer) => timer.budgetId === undefined);
  run.emit({ type: "instanceResumed", reason });
  resumeBudgets(run);
  for (const timer of others) armTimer(run, timer);
  return undefined;
}
