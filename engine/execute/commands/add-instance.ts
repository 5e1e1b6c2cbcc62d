/** 加签 into a running 会签: one more instance; of those in turn it comes last. */
import type { CommandOf } from "../../model/command.ts";
import { loopAt, startInstance } from "../loops.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { INCIDENTS } from "../problems.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";
import { runningLoops } from "./running-loop.ts";

export const addInstance: CommandRule<"addInstance"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, { elementId, hostTokenId, item, reason }: CommandOf<"addInstance">): Rejection {
  const [running, another] = runningLoops(run, elementId, hostTokenId);
  if (running === undefined) return OFFICE_REJECTIONS.loopNotFound(elementId);
  if (another !== undefined) return OFFICE_REJECTIONS.loopAmbiguous(elementId);
  const { scopeId, host, loop } = running;
  const { total = 0, next } = loopAt(run, scopeId);
  if (total >= run.settings.instances) return INCIDENTS.tooManyInstances(total + 1, run.settings.instances);
  const added = { total: total + 1, next: loop.isSequential ? next : next + 1 };
  run.emit({ type: "instanceAdded", scopeId, elementId, ...added, reason, ...(item === undefined ? {} : { item }) });
  if (!loop.isSequential) startInstance(run, host, loop, scopeId, total, item);
  return undefined;
}
