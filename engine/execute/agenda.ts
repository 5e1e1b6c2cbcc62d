/** The only loop of the engine: works the agenda off in order until nothing is left to do (house.md §3.2). */
import type { JsonObject } from "../model/json.ts";
import { staysOpen } from "./ad-hoc.ts";
import { activate, behaviorOf } from "./activate.ts";
import { park } from "./incidents.ts";
import { compensateNext, keepScope } from "./compensation.ts";
import { meetConditions } from "./conditions.ts";
import { fireJoins } from "./joins.ts";
import { leave } from "./leave.ts";
import { INCIDENTS } from "./problems.ts";
import { givenBy } from "./process-data.ts";
import { ROOT_SCOPE, hostOf, nodeOf, own, processOf, scopeAt, timersOf } from "./read-state.ts";
import type { Run, Work } from "./run.ts";
import { takeSignal } from "./signals-taken.ts";
import { giveTask } from "./tasks.ts";
import { activeToken, withdrawScope } from "./tokens.ts";
import { cancelTimer } from "./timers.ts";

/** Joins that ask what can still come are asked when all that could move has moved: a token that dies asks them too. */
export function drain(run: Run): void {
  leaveNext(run);
  for (let step = 0; hasWork(run, step); step += 1) {
    const work = run.agenda[step];
    if (work === undefined) return;
    if (step >= run.steps && work.kind === "activate") parkRunaway(run, work);
    else carryOut(run, work);
    leaveNext(run);
  }
}

function leaveNext(run: Run): void {
  const { next } = run;
  if (next === undefined) return;
  run.next = undefined;
  leave(run, next.tokenId, next.outcome);
}

function hasWork(run: Run, step: number): boolean {
  if (run.hasChanged) meetConditions(run);
  return step < run.agenda.length || fireJoins(run);
}

function carryOut(run: Run, work: Work): void {
  switch (work.kind) {
    case "activate":
      return activate(run, work.tokenId, work.flowId);
    case "leave":
      return leave(run, work.tokenId, work.outcome);
    case "checkScope":
      return checkScope(run, work.scopeId);
    case "compensate":
      return compensateNext(run, work.claimedBy);
    case "give":
      return giveTask(run, work.tokenId, work.assignee);
    case "signal":
      takeSignal(run, work.signal);
  }
}

/** Every loop goes through an activation, so parking these ends it; trying again starts with a fresh budget. */
function parkRunaway(run: Run, { tokenId, flowId }: Work & { readonly kind: "activate" }): void {
  const token = activeToken(run.state, tokenId);
  if (token === undefined) return;
  const from = flowId === undefined ? {} : { flowId };
  park(run, token, INCIDENTS.runaway(run.steps), { retry: "activate", ...from });
}

/** A scope completes when it has no tokens; those of open children and joins count (engine.md §2.7). */
function checkScope(run: Run, scopeId: string): void {
  if (run.state.scopes[scopeId] === undefined || run.hasTokens(scopeId)) return;
  if (scopeId === ROOT_SCOPE) return completeInstance(run);
  if (staysOpen(run, scopeId)) return;
  const scope = scopeAt(run.state, scopeId);
  const host = hostOf(run.state, scope);
  if (host === undefined) throw new Error(`Expected a host token for scope ${scopeId}, but it is not there`);
  withdrawScope(run, scopeId);
  keepScope(run, scopeId, host);
  run.emit({ type: "scopeLeft", scopeId, elementId: scope.elementId, terminated: false });
  const node = nodeOf(run.bundle, run.state, host);
  // What a called process names as its results is all that comes out of it.
  const isCall = node.kind === "callActivity" && scope.loop === undefined;
  const data = isCall ? own(run.bundle.processes, scope.processKey)?.data : undefined;
  run.leave(host.id, behaviorOf(node).scopeDone?.(node, givenBy(data, scope.variables)));
}

/** The data outputs of the process, where it has some (BPMN 2.0 §10.4.1). */
function resultsOf(run: Run): { readonly results?: JsonObject } {
  const { data } = processOf(run.bundle, run.state, ROOT_SCOPE);
  return data === undefined || data.outputs.length === 0
    ? {}
    : { results: givenBy(data, scopeAt(run.state, ROOT_SCOPE).variables) };
}

function completeInstance(run: Run): void {
  if (run.state.status !== "running") return;
  withdrawScope(run, ROOT_SCOPE);
  for (const timer of timersOf(run.state)) cancelTimer(run, timer.id);
  const results = resultsOf(run);
  run.emit({ type: "processCompleted", ...results });
  run.effect({ type: "endInstance", outcome: "completed", ...results });
}
