/** Event sub-processes (BPMN 2.0 §13.5.4): armed when their scope begins; an interrupting one ends all else in the scope. */
import type { FlowNodeOf, ProcessDefinition, ScopeDefinition } from "../model/process.ts";
import type { JsonObject } from "../model/json.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import { planCatch } from "./catchers.ts";
import type { Place } from "./context.ts";
import { definitionOf, nodeIn, nodeOf, processOf } from "./read-state.ts";
import type { Run } from "./run.ts";
import { enterElement, terminateTokensIn, withdrawScope } from "./tokens.ts";

type Start = FlowNodeOf<"startEvent">;

/** Evaluates all first; the answer arms them in the scope given. */
export function planEventSubProcesses(
  run: Run,
  process: ProcessDefinition,
  scope: ScopeDefinition,
  place: Place,
): Result<(scopeId: string) => void> {
  const armings: ((scopeId: string) => void)[] = [];
  for (const start of startsIn(process, scope)) {
    const armed = planCatch(run, start.event, place);
    if (!armed.ok) return armed;
    armings.push((scopeId) => armed.value({ elementId: start.id, scopeId }));
  }
  return { ok: true, value: (scopeId) => armings.forEach((arm) => arm(scopeId)) };
}

export function startsIn(process: ProcessDefinition, { eventSubProcesses = [] }: ScopeDefinition): readonly Start[] {
  return eventSubProcesses.flatMap((id) => startOf(process, id) ?? []);
}

function startOf(process: ProcessDefinition, subProcessId: string): Start | undefined {
  const node = nodeIn(process, subProcessId);
  const start = node.kind === "subProcess" ? node.scope.startEvents[0] : undefined;
  return start === undefined ? undefined : (nodeIn(process, start) as Start);
}

/** Those that can still catch in the scope of a token: not the one it runs in, and none once the scope is interrupted. */
export function openStartsAround(run: Run, token: Token): readonly Start[] {
  const { scopeId } = token;
  const definition = definitionOf(run.bundle, run.state, scopeId);
  if (definition?.eventSubProcesses === undefined) return [];
  const process = processOf(run.bundle, run.state, scopeId);
  if (run.tokensIn(scopeId).some((other) => isInterruptingAt(run, other))) return [];
  return startsIn(process, definition).filter((start) => start.parentId !== token.elementId);
}

export function isInterruptingAt(run: Run, token: Token): boolean {
  const node = nodeOf(run.bundle, run.state, token);
  if (node.kind !== "subProcess" || node.isTriggeredByEvent !== true) return false;
  return startOf(processOf(run.bundle, run.state, token.scopeId), node.id)?.interrupting !== false;
}

export function startEventSubProcess(run: Run, scopeId: string, start: Start, payload: JsonObject): void {
  if (start.interrupting !== false) {
    withdrawScope(run, scopeId);
    terminateTokensIn(run, scopeId);
  }
  const locals = Object.keys(payload).length === 0 ? {} : { locals: payload };
  enterElement(run, { scopeId, elementId: start.parentId ?? "", ...locals });
}
