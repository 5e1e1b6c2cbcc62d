/** How many scopes a scope stands in. */
import type { Scope } from "../model/state.ts";
import { scopeAt } from "./read-state.ts";
import type { Run } from "./run.ts";

export function depthOf(run: Run, scopeId: string): number {
  let depth = 1;
  let scope: Scope = scopeAt(run.state, scopeId);
  while (scope.parent !== undefined) {
    scope = scopeAt(run.state, scope.parent);
    depth += 1;
  }
  return depth;
}
