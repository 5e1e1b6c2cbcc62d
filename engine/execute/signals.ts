/** Signals going out: all of this instance who wait take them at once, all others of the street through the shell. */
import type { SignalDefinition } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import type { Opening } from "./behavior.ts";
import { signalNameOf } from "./catchers.ts";
import type { Run } from "./run.ts";

/** Throws and goes on. The signal carries what the input mappings made; its id is unique within the instance. */
export function planSignal(run: Run, token: Token, signal: SignalDefinition): Result<Opening> {
  const name = signalNameOf(run, signal, { scopeId: token.scopeId, locals: token.locals });
  if (!name.ok) return name;
  return {
    ok: true,
    value: () => {
      throwSignal(run, token, name.value);
      run.leave(token.id);
    },
  };
}

export function throwSignal(run: Run, { id: signalId, elementId, locals = {} }: Token, signalName: string): void {
  const signal = { signalName, signalId, variables: locals };
  run.emit({ type: "signalThrown", elementId, signalName });
  run.effect({ type: "broadcastSignal", ...signal });
  run.signal(signal);
}
