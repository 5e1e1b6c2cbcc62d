/** 作废: ends the instance with all its work. */
import type { CommandOf } from "../../model/command.ts";
import { endAllWork } from "../end-instance.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const cancel: CommandRule<"cancel"> = { carryOut };

function carryOut(run: Run, { reason }: CommandOf<"cancel">): Rejection {
  endAllWork(run);
  run.emit({ type: "processCancelled", reason });
  run.effect({ type: "endInstance", outcome: "cancelled" });
  return undefined;
}
