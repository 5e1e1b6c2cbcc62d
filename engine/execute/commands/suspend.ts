/** 挂起: every running budget stops, and no timer fires until it is resumed. */
import type { CommandOf } from "../../model/command.ts";
import { pauseBudgets } from "../budgets.ts";
import { REJECTIONS } from "../problems.ts";
import { timersOf } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const suspend: CommandRule<"suspend"> = { carryOut };

function carryOut(run: Run, { reason }: CommandOf<"suspend">): Rejection {
  if (run.isSuspended) return REJECTIONS.alreadySuspended();
  run.emit({ type: "instanceSuspended", reason });
  pauseBudgets(run);
  for (const { id: timerId } of timersOf(run.state)) run.effect({ type: "cancelTimer", timerId });
  return undefined;
}
