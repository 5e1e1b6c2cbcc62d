/** Scopes: a sub-process or a called process begins inside its activity's token, and completes when it has no tokens. */
import type { JsonObject } from "../model/json.ts";
import type { ProcessDefinition, ScopeDefinition } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import type { Opening } from "./behavior.ts";
import { depthOf } from "./depth.ts";
import { planEventSubProcesses } from "./event-sub-processes.ts";
import { INCIDENTS } from "./problems.ts";
import { nodeIn } from "./read-state.ts";
import type { Run } from "./run.ts";
import { enterElement } from "./tokens.ts";
import { refused } from "./values.ts";

/** What a new scope runs. `elementId` is the sub-process, or the process key for a whole process. */
interface Inner {
  readonly elementId: string;
  readonly process: ProcessDefinition;
  readonly scope: ScopeDefinition;
  /** Absent: the none start event. */
  readonly startId?: string | undefined;
  /** Named one by one: an ad-hoc sub-process begins with what is picked, which may be nothing. */
  readonly starts?: readonly string[];
  /** Those after the first come as if by this flow. */
  readonly inTurn?: string | undefined;
  /** What the event that starts it brought. */
  readonly payload?: JsonObject | undefined;
}

export function planScope(run: Run, host: Token, inner: Inner, variables: JsonObject): Result<Opening> {
  const starts = inner.starts ?? (inner.startId === undefined ? startsOf(inner.process, inner.scope) : [inner.startId]);
  if (starts.length === 0 && inner.starts === undefined) return refused(INCIDENTS.noneStartMissing(inner.elementId));
  if (depthOf(run, host.scopeId) >= run.settings.depth) return refused(INCIDENTS.tooDeep(run.settings.depth));
  const processKey = inner.process.key;
  // A called process sees nothing around it.
  const seenFrom = inner.elementId === processKey ? "" : host.scopeId;
  const events = planEventSubProcesses(run, inner.process, inner.scope, { scopeId: seenFrom, locals: variables });
  if (!events.ok) return events;
  return {
    ok: true,
    value: () => {
      const id = run.nextId("s");
      const { id: hostToken, scopeId: parent, cameFrom } = host;
      const held = declared(inner.scope, variables);
      run.emit({
        type: "scopeEntered",
        scope: { id, elementId: inner.elementId, processKey, parent, hostToken, variables: held },
      });
      events.value(id);
      const locals = inner.payload === undefined ? {} : { locals: inner.payload };
      for (const [at, elementId] of starts.entries())
        enterElement(run, { scopeId: id, elementId, cameFrom, ...locals }, at > 0 ? inner.inTurn : undefined);
    },
  };
}

/** Data objects and properties of the scope begin empty and are its own, whatever is called so further out (§10.4.1). */
function declared({ declares }: ScopeDefinition, variables: JsonObject): JsonObject {
  return declares === undefined
    ? variables
    : { ...Object.fromEntries(declares.map((name) => [name, null])), ...variables };
}

/** The none start event, or without any start event every node that no flow leads to (BPMN 2.0 §10.5.2). */
function startsOf(process: ProcessDefinition, scope: ScopeDefinition): readonly string[] {
  if (scope.implicitStarts !== undefined) return scope.implicitStarts;
  return scope.startEvents.filter((id) => {
    const node = nodeIn(process, id);
    return node.kind === "startEvent" && node.event.kind === "none";
  });
}
