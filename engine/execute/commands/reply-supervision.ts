/** The answer to a supervision; it is owed even when the case has been closed meanwhile. */
import type { CommandOf } from "../../model/command.ts";
import { REJECTIONS } from "../problems.ts";
import { own, timersOf } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { cancelTimer } from "../timers.ts";
import type { CommandRule } from "./command-rule.ts";

export const replySupervision: CommandRule<"replySupervision"> = { isAllowedAfterEnd: true, carryOut };

function carryOut(run: Run, { supervisionId, reply }: CommandOf<"replySupervision">): Rejection {
  const supervision = own(run.state.supervisions, supervisionId);
  if (supervision === undefined) return REJECTIONS.supervisionNotFound();
  for (const timer of timersOf(run.state)) {
    if (timer.supervisionId === supervisionId) cancelTimer(run, timer.id);
  }
  const { unit } = supervision;
  run.emit({ type: "supervisionClosed", supervisionId, reply, ...(unit === undefined ? {} : { unit }) });
  return undefined;
}
