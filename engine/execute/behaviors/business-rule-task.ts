/** Business rule task: a decision table of the bundle; which rules matched is recorded with the case. */
import { decide } from "../../decisions/index.ts";
import type { Behavior } from "../behavior.ts";
import { contextOf } from "../context.ts";
import { INCIDENTS } from "../problems.ts";
import { own } from "../read-state.ts";
import { refused, textAt } from "../values.ts";

export const businessRuleTask: Behavior<"businessRuleTask"> = {
  isActivity: true,
  isInstant: true,
  activate: (run, token, node) => {
    const place = { scopeId: token.scopeId, locals: token.locals };
    const key = textAt(run, node.decisionKey, place, "决策表 decision id");
    if (!key.ok) return key;
    const decision = own(run.bundle.decisions, key.value);
    if (decision === undefined) return refused(INCIDENTS.decisionUnknown(key.value));
    const decided = decide(decision, contextOf(run, place));
    if (!decided.ok) return decided;
    const { output, ruleIds, inputs } = decided.value;
    const brought = { [node.resultVariable]: output };
    return {
      ok: true,
      value: () => {
        const { elementId } = token;
        run.emit({ type: "decisionEvaluated", elementId, decisionKey: key.value, ruleIds, inputs, output });
        run.leaveAtOnce(token.id, { visible: brought, rising: brought });
      },
    };
  },
};
