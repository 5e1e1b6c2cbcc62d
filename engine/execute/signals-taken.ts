/** A signal reaches everything in the instance that waits for its name, each catcher once (BPMN 2.0 §10.5.1). */
import { signalsOf } from "./read-state.ts";
import type { Run, Signal } from "./run.ts";
import { staysOpen, trigger } from "./trigger.ts";

/** Who waits for it and has not had it: those who begin to wait because of it are not reached. */
export function takeSignal(run: Run, { signalName, signalId, variables }: Signal): void {
  const waiting = signalsOf(run.state).filter((other) => other.signalName === signalName);
  for (const wait of waiting) {
    const { id: signalWaitId } = wait;
    // An earlier catcher may have interrupted this one.
    if (wait.lastSignalId === signalId || run.state.signals?.[signalWaitId] === undefined) continue;
    const isLast = !staysOpen(run, wait);
    run.emit({ type: "signalTaken", signalWaitId, signalId, isLast });
    if (isLast) run.effect({ type: "closeSignalWait", signalWaitId });
    trigger(run, wait, variables);
  }
}
