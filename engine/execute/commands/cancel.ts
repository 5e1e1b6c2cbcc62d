/** Ends the instance with all its work. */
import type { CommandOf } from "../../model/command.ts";
import { ROOT_SCOPE, timersOf } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { cancelTimer } from "../timers.ts";
import { terminateTokensIn, withdrawScope } from "../tokens.ts";
import type { CommandRule } from "./command-rule.ts";

export const cancel: CommandRule<"cancel"> = { carryOut };

function carryOut(run: Run, { reason }: CommandOf<"cancel">): Rejection {
  terminateTokensIn(run, ROOT_SCOPE);
  withdrawScope(run, ROOT_SCOPE);
  for (const timer of timersOf(run.state)) cancelTimer(run, timer.id);
  run.emit({ type: "processCancelled", reason });
  run.effect({ type: "endInstance", outcome: "cancelled" });
  return undefined;
}
