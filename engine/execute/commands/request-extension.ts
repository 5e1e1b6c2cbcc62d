/** 延期申请: asks for more time on a running budget; `decideExtension` answers, and the end of the work makes it void. */
import type { CommandOf } from "../../model/command.ts";
import type { ExtensionRequest } from "../../model/office.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { REJECTIONS } from "../problems.ts";
import { budgetsOf, requestsOf } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { isLimit } from "../values.ts";
import type { CommandRule } from "./command-rule.ts";

export const requestExtension: CommandRule<"requestExtension"> = { carryOut };

function carryOut(run: Run, { elementId, by, reason, actor }: CommandOf<"requestExtension">): Rejection {
  if (!isLimit(by)) return REJECTIONS.limitInvalid();
  const running = budgetsOf(run.state).filter((budget) => budget.elementId === elementId);
  const asked = new Set(requestsOf(run.state).map(({ budgetId }) => budgetId));
  const budget = running.find(({ id }) => !asked.has(id));
  if (budget === undefined) {
    return running.length === 0 ? REJECTIONS.budgetNotRunning(elementId) : OFFICE_REJECTIONS.requestOpen();
  }
  if (budget.limit.clock !== by.clock) return REJECTIONS.clocksDiffer(elementId);
  const request: ExtensionRequest = {
    ...{ id: run.nextId("x"), tokenId: budget.tokenId, budgetId: budget.id, elementId },
    ...{ by: { value: by.value, clock: by.clock }, reason, requestedBy: actor.id, at: run.now },
  };
  run.emit({ type: "extensionRequested", request });
  const { id: requestId, requestedBy } = request;
  run.effect({ type: "notifyRequest", requestId, elementId, by: request.by, reason, requestedBy });
  return undefined;
}
