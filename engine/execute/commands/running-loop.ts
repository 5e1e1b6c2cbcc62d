/** The running multi-instance that a command is about: its scope, its host and what it repeats. */
import type { FlowNode, MultiInstance } from "../../model/process.ts";
import type { Token } from "../../model/state.ts";
import { hostOf, nodeOf, scopeAt } from "../read-state.ts";
import type { Run } from "../run.ts";

export interface RunningLoop {
  readonly scopeId: string;
  readonly host: Token;
  readonly node: FlowNode;
  readonly loop: MultiInstance;
}

export function runningLoops(run: Run, elementId: string, hostTokenId: string | undefined): readonly RunningLoop[] {
  return Object.entries(run.state.scopes).flatMap(([id, { loop, hostToken }]) =>
    loop === undefined || (hostTokenId !== undefined && hostToken !== hostTokenId)
      ? []
      : (loopAround(run, id, elementId) ?? []),
  );
}

/** The multi-instance whose instances stand in a scope; a standard loop is none. */
export function loopAround(run: Run, scopeId: string, elementId?: string): RunningLoop | undefined {
  if (run.state.scopes[scopeId]?.loop === undefined) return undefined;
  const host = hostOf(run.state, scopeAt(run.state, scopeId));
  if (host === undefined || (elementId !== undefined && host.elementId !== elementId)) return undefined;
  const node = nodeOf(run.bundle, run.state, host);
  return node.loop?.kind === "multi" ? { scopeId, host, node, loop: node.loop } : undefined;
}
