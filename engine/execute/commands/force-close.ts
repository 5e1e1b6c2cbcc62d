/** 强制结案: the case counts as completed, with the outcome that was decided; all its work ends. */
import type { CommandOf } from "../../model/command.ts";
import { endAllWork } from "../end-instance.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const forceClose: CommandRule<"forceClose"> = { carryOut };

function carryOut(run: Run, { outcome, reason, caseState }: CommandOf<"forceClose">): Rejection {
  endAllWork(run);
  if (caseState !== undefined && caseState !== run.state.caseState) {
    run.emit({ type: "caseStateSet", caseState, elementId: run.state.processKey });
    run.effect({ type: "setCaseState", caseState });
  }
  run.emit({ type: "processForceClosed", outcome, reason });
  run.effect({ type: "endInstance", outcome: "completed" });
  return undefined;
}
