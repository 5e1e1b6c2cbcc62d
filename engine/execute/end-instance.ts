/** Ending an instance from outside: all its work, inner scopes first, then what waits at the top and every timer. */
import { ROOT_SCOPE, timersOf } from "./read-state.ts";
import type { Run } from "./run.ts";
import { cancelTimer } from "./timers.ts";
import { terminateTokensIn, withdrawScope } from "./tokens.ts";

export function endAllWork(run: Run): void {
  terminateTokensIn(run, ROOT_SCOPE);
  withdrawScope(run, ROOT_SCOPE);
  for (const timer of timersOf(run.state)) cancelTimer(run, timer.id);
}
