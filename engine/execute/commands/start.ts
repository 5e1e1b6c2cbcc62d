/** Starts an instance where the command says, or at its none start event (BPMN 2.0 §13.2). */
import type { CommandOf } from "../../model/command.ts";
import { planEventSubProcesses } from "../event-sub-processes.ts";
import { missingFor } from "../process-data.ts";
import { REJECTIONS } from "../problems.ts";
import { ROOT_SCOPE, own } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { begin, beginningFor, isBrought } from "../starting.ts";
import { causeOf } from "../values.ts";
import type { CommandRule } from "./command-rule.ts";

export const start: CommandRule<"start"> = { carryOut };

function carryOut(run: Run, command: CommandOf<"start">): Rejection {
  const processKey = command.processKey ?? run.bundle.root;
  const process = own(run.bundle.processes, processKey);
  if (process === undefined) return REJECTIONS.processUnknown(processKey);
  const beginning = beginningFor(run, process, command);
  if (!beginning.ok) return beginning.problem;
  const { value } = beginning;
  const missing = isBrought(value) ? [] : missingFor(process.data, command.variables);
  if (missing.length > 0) return REJECTIONS.inputsMissing(processKey, missing);
  const variables = isBrought(value) ? {} : command.variables;
  const scope = { id: ROOT_SCOPE, elementId: processKey, processKey, variables };
  run.emit({ type: "processStarted", processKey, scope });
  const events = planEventSubProcesses(run, process, process.scope, { scopeId: ROOT_SCOPE });
  if (!events.ok) return causeOf(events);
  events.value(ROOT_SCOPE);
  begin(run, process, ROOT_SCOPE, value, command.variables);
  return undefined;
}
