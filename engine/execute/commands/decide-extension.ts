/** 延期审批: never by who has asked (standards.md §3.2: an extension is approved); granted as asked or as decided. */
import type { CommandOf } from "../../model/command.ts";
import { extendBudget } from "../budgets.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { REJECTIONS } from "../problems.ts";
import { own } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { isLimit } from "../values.ts";
import type { CommandRule } from "./command-rule.ts";

export const decideExtension: CommandRule<"decideExtension"> = { carryOut };

function carryOut(run: Run, command: CommandOf<"decideExtension">): Rejection {
  const { requestId, isGranted, reason, actor } = command;
  const request = own(run.state.requests, requestId);
  const stored = own(run.state.budgets, request?.budgetId ?? "");
  if (request === undefined || stored === undefined) return OFFICE_REJECTIONS.requestNotFound();
  if (actor.id === request.requestedBy) return OFFICE_REJECTIONS.requestOwn();
  const { elementId, requestedBy } = request;
  const by = command.by ?? request.by;
  if (!isLimit(by)) return REJECTIONS.limitInvalid();
  if (by.clock !== stored.limit.clock) return REJECTIONS.clocksDiffer(elementId);
  const decision = isGranted ? "granted" : "refused";
  run.emit({ type: "extensionDecided", requestId, elementId, decision, reason, ...(isGranted ? { by } : {}) });
  run.effect({ type: "notifyRequest", requestId, elementId, by, reason, requestedBy, decision });
  if (isGranted) extendBudget(run, { id: request.budgetId, ...stored }, by, reason);
  return undefined;
}
