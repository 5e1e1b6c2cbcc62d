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
  /** What the event that starts it brought. */
  readonly payload?: JsonObject | undefined;
}

export function planScope(run: Run, host: Token, inner: Inner, variables: JsonObject): Result<Opening> {
  const start = inner.startId ?? noneStartOf(inner.process, inner.scope);
  if (start === undefined) return refused(INCIDENTS.noneStartMissing(inner.elementId));
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
      run.emit({
        type: "scopeEntered",
        scope: { id, elementId: inner.elementId, processKey, parent, hostToken, variables },
      });
      events.value(id);
      const locals = inner.payload === undefined ? {} : { locals: inner.payload };
      enterElement(run, { scopeId: id, elementId: start, cameFrom, ...locals });
    },
  };
}

function noneStartOf(process: ProcessDefinition, scope: ScopeDefinition): string | undefined {
  return scope.startEvents.find((id) => {
    const node = nodeIn(process, id);
    return node.kind === "startEvent" && node.event.kind === "none";
  });
}
