/** Somebody picks what is done next in an ad-hoc sub-process (BPMN 2.0 §13.3.5). */
import type { CommandOf } from "../../model/command.ts";
import { adHocChoices, pick } from "../ad-hoc.ts";
import { REJECTIONS } from "../problems.ts";
import { nodeIn, processOf } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const startAdHocActivity: CommandRule<"startAdHocActivity"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, { elementId, scopeId }: CommandOf<"startAdHocActivity">): Rejection {
  const choices = adHocChoices(run.bundle, run.state).filter((one) => scopeId === undefined || one.scopeId === scopeId);
  const [choice, another] = choices.filter(({ elementIds }) => elementIds.includes(elementId));
  if (choice === undefined) return REJECTIONS.adHocNotEnabled(elementId);
  if (another !== undefined) return REJECTIONS.adHocAmbiguous(elementId);
  pick(run, choice.scopeId, nodeIn(processOf(run.bundle, run.state, choice.scopeId), elementId));
  return undefined;
}
