/** 减签 out of a running 会签: the instance ends and counts as if it had never been; what the rest decide stands. */
import type { CommandOf } from "../../model/command.ts";
import type { LoopState, Token } from "../../model/state.ts";
import { completionOf, finish, loopAt, startNext } from "../loops.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { hostOf, scopeAt, tokenAt } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { terminateToken } from "../tokens.ts";
import type { CommandRule } from "./command-rule.ts";
import { missingTask, openTask } from "./open-task.ts";
import { loopAround } from "./running-loop.ts";
import type { RunningLoop } from "./running-loop.ts";

export const removeInstance: CommandRule<"removeInstance"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, { taskId, reason }: CommandOf<"removeInstance">): Rejection {
  const task = openTask(run, taskId);
  if (task === undefined) return missingTask(run, taskId);
  const found = instanceAround(run, tokenAt(run.state, task.tokenId));
  if (found === undefined) return OFFICE_REJECTIONS.notInLoop();
  const { instance, running } = found;
  const { scopeId, host } = running;
  const state = loopAt(run, scopeId);
  if (isLast(state)) return OFFICE_REJECTIONS.instanceLast();
  const removed = (state.removed ?? 0) + 1;
  const { elementId } = host;
  run.emit({ type: "instanceRemoved", scopeId, elementId, tokenId: instance.id, removed, reason });
  terminateToken(run, instance.id, "cancelled", reason);
  goOn(run, running);
  return undefined;
}

/** The task's own instance, or the one whose inner scope it stands in. */
function instanceAround(run: Run, token: Token | undefined) {
  for (
    let instance = token;
    instance !== undefined;
    instance = hostOf(run.state, scopeAt(run.state, instance.scopeId))
  ) {
    const running = loopAround(run, instance.scopeId);
    if (running !== undefined) return { instance, running };
  }
  return undefined;
}

/** Nobody would be left whose word counts. */
function isLast({ total = 0, completed, removed = 0 }: LoopState): boolean {
  return completed === 0 && total - removed <= 1;
}

function goOn(run: Run, { scopeId, host, node, loop }: RunningLoop): void {
  const { total = 0, next, completed, removed = 0 } = loopAt(run, scopeId);
  const isOver = completed + removed === total || (completed > 0 && isMet(run, { scopeId, host, node, loop }));
  if (isOver) finish(run, host, loop, scopeId);
  else if (loop.isSequential && next < total) startNext(run, host, loop, scopeId);
}

/** With one fewer, the share that is asked for may have been reached already. */
function isMet(run: Run, { scopeId, node, loop }: RunningLoop): boolean {
  const met = completionOf(run, node, loop, { scopeId });
  return met.ok && met.value;
}
