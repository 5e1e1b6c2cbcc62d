/** 延期: adds to the running budget of an activity, on that budget's own clock. */
import type { CommandOf } from "../../model/command.ts";
import { extendBudget } from "../budgets.ts";
import { REJECTIONS } from "../problems.ts";
import { budgetsOf } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { isLimit } from "../values.ts";
import type { CommandRule } from "./command-rule.ts";

export const extend: CommandRule<"extend"> = { carryOut };

function carryOut(run: Run, { elementId, by, reason }: CommandOf<"extend">): Rejection {
  if (!isLimit(by)) return REJECTIONS.limitInvalid();
  const budgets = budgetsOf(run.state).filter((budget) => budget.elementId === elementId);
  if (budgets.length === 0) return REJECTIONS.budgetNotRunning(elementId);
  if (budgets.some((budget) => budget.limit.clock !== by.clock)) return REJECTIONS.clocksDiffer(elementId);
  for (const budget of budgets) extendBudget(run, budget, by, reason);
  return undefined;
}
