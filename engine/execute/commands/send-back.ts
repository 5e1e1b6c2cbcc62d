/**
 * 退回: to the human work before this one on the recorded path, or to an earlier activity named. What came after it is
 * undone: the tokens whose path leads through it; parallel work that does not come from it goes on.
 */
import type { Bundle } from "../../model/bundle.ts";
import type { CommandOf } from "../../model/command.ts";
import type { Feel, ProcessDefinition } from "../../model/process.ts";
import type { InstanceState, TaskState } from "../../model/state.ts";
import { stopsBehind } from "../path.ts";
import type { Stop } from "../path.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { REJECTIONS } from "../problems.ts";
import { nodeIn, own, processOf, tokenAt } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { closeTask } from "../tasks.ts";
import { enterElement, terminateToken } from "../tokens.ts";
import type { CommandRule } from "./command-rule.ts";
import { refusalOf } from "./complete-task.ts";
import { missingTask, openTask } from "./open-task.ts";

export const sendBack: CommandRule<"sendBack"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, command: CommandOf<"sendBack">): Rejection {
  const task = openTask(run, command.taskId);
  if (task === undefined) return missingTask(run, command.taskId);
  const refusal = refusalOf(task, command.actor);
  if (refusal !== undefined) return refusal;
  if (task.signing !== undefined) return OFFICE_REJECTIONS.taskIsSigning();
  const token = tokenAt(run.state, task.tokenId);
  if (token === undefined) throw new Error(`Expected token ${task.tokenId} of task ${task.id}, but it is not there`);
  const stops = stopsBehind(run.state, token);
  const { toElementId } = command;
  const human = stops.filter((other) => toElementId === undefined && isHuman(run.bundle, run.state, other));
  const stop =
    toElementId === undefined
      ? human.at(command.toFirst === true ? -1 : 0)
      : stops.find((other) => other.elementId === toElementId);
  if (stop !== undefined) return goBack(run, task, stop, command.reason);
  return toElementId === undefined ? REJECTIONS.sendBackNowhere() : REJECTIONS.sendBackUnknown(toElementId);
}

function goBack(run: Run, task: TaskState, stop: Stop, reason: string): Rejection {
  const { id: taskId, elementId: fromElementId } = task;
  const { elementId, carrier, entry, before } = stop;
  run.emit({ type: "sentBack", taskId, fromElementId, toElementId: elementId, reason });
  closeTask(run, taskId, "sentBack", reason);
  for (const token of run.tokensIn(carrier.scopeId)) {
    if (token.id === carrier.id || token.cameFrom?.includes(entry)) terminateToken(run, token.id);
  }
  enterElement(run, { scopeId: carrier.scopeId, elementId, cameFrom: before });
  return undefined;
}

/** Where each open task can be sent back to: the stops on its path where people work, latest first, each element once. */
export function sendBackTargets(bundle: Bundle, state: InstanceState, taskId: string): readonly string[] {
  const token = tokenAt(state, own(state.tasks, taskId)?.tokenId ?? "");
  if (token === undefined) return [];
  const stops = stopsBehind(state, token).filter((stop) => isHuman(bundle, state, stop));
  return [...new Set(stops.map((stop) => stop.elementId))];
}

function isHuman(bundle: Bundle, state: InstanceState, { carrier, elementId }: Stop): boolean {
  return hasPeople(bundle, processOf(bundle, state, carrier.scopeId), elementId, new Set());
}

/** A user task, or a scope in which one stands: sending back to it begins the scope again. */
function hasPeople(bundle: Bundle, process: ProcessDefinition, elementId: string, seen: Set<string>): boolean {
  const node = nodeIn(process, elementId);
  if (node.kind === "userTask") return true;
  if (node.kind === "subProcess" || node.kind === "adHocSubProcess")
    return node.scope.nodeIds.some((id) => hasPeople(bundle, process, id, seen));
  if (node.kind !== "callActivity") return false;
  const called = calledProcess(bundle, node.processKey);
  // Which process is called may be known only at run time; then it may have people.
  if (called === undefined) return true;
  if (seen.has(called.key)) return false;
  seen.add(called.key);
  return called.scope.nodeIds.some((id) => hasPeople(bundle, called, id, seen));
}

function calledProcess(bundle: Bundle, processKey: Feel): ProcessDefinition | undefined {
  const key = /^"(.*)"$/.exec(processKey)?.[1];
  return key === undefined ? undefined : own(bundle.processes, key);
}
