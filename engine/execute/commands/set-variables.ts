/** An operator corrects variables, in the scope named or at the top. */
import type { CommandOf } from "../../model/command.ts";
import { REJECTIONS } from "../problems.ts";
import { ROOT_SCOPE, own } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const setVariables: CommandRule<"setVariables"> = { carryOut };

function carryOut(run: Run, { scopeId = ROOT_SCOPE, variables, reason }: CommandOf<"setVariables">): Rejection {
  if (own(run.state.scopes, scopeId) === undefined) return REJECTIONS.scopeNotFound();
  run.emit({ type: "variablesSet", scopeId, variables, reason });
  return undefined;
}
