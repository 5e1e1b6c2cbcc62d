/** A signal from another instance or from outside: given to all who wait for it here; the same id twice is refused. */
import type { CommandOf } from "../../model/command.ts";
import { REJECTIONS } from "../problems.ts";
import { signalsOf } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { takeSignal } from "../signals-taken.ts";
import type { CommandRule } from "./command-rule.ts";

export const deliverSignal: CommandRule<"deliverSignal"> = { carryOut };

function carryOut(run: Run, { signalName, signalId, variables }: CommandOf<"deliverSignal">): Rejection {
  const waiting = signalsOf(run.state).filter((other) => other.signalName === signalName);
  if (waiting.length === 0) return REJECTIONS.signalNotExpected(signalName);
  if (waiting.every((other) => other.lastSignalId === signalId)) return REJECTIONS.signalRepeated();
  takeSignal(run, { signalName, signalId, variables });
  return undefined;
}
