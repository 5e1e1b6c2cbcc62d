/** Somebody says that an ad-hoc sub-process is done, as its completion condition would (BPMN 2.0 §13.3.5). */
import type { CommandOf } from "../../model/command.ts";
import { adHocChoices, adHocOf, endAdHoc } from "../ad-hoc.ts";
import { REJECTIONS } from "../problems.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const completeAdHoc: CommandRule<"completeAdHoc"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, { elementId, scopeId }: CommandOf<"completeAdHoc">): Rejection {
  const [found, another] = adHocChoices(run.bundle, run.state).filter(
    (one) => one.adHocId === elementId && (scopeId === undefined || one.scopeId === scopeId),
  );
  const adHoc = found === undefined ? undefined : adHocOf(run.bundle, run.state, found.scopeId);
  if (found === undefined || adHoc === undefined) return REJECTIONS.adHocNotOpen(elementId);
  if (another !== undefined) return REJECTIONS.adHocAmbiguous(elementId);
  endAdHoc(run, found.scopeId, adHoc);
  return undefined;
}
