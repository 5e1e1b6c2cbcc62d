/** `behavior` of a multi-instance activity: events that it throws as its instances complete (BPMN 2.0 §13.3.7). */
import type { FlowNode, Loop, MessageDefinition, MultiInstance } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import { raiseEscalation } from "./catch.ts";
import { signalNameOf } from "./catchers.ts";
import { evaluateStrictAt } from "./context.ts";
import type { Place } from "./context.ts";
import { INCIDENTS } from "./problems.ts";
import type { Run } from "./run.ts";
import { throwSignal } from "./signals.ts";
import { planPublishing } from "./messages.ts";
import { refused } from "./values.ts";

/** Out: which of the loop's events are to be thrown now. */
export function hasMetBehaviors(
  run: Run,
  node: FlowNode,
  loop: MultiInstance,
  place: Place,
): Result<readonly number[]> {
  const met: number[] = [];
  for (const [at, { condition }] of (loop.throws ?? []).entries()) {
    const result = evaluateStrictAt(run, condition, place);
    if (!result.ok) return result;
    if (typeof result.value !== "boolean") return refused(INCIDENTS.loopNotBoolean(node.id));
    if (result.value) met.push(at);
  }
  return { ok: true, value: met };
}

/** Thrown from the activity, so that its own boundary catches them. */
export function throwBehaviors(run: Run, host: Token, instance: Token, loop: Loop, met: readonly number[]): void {
  if (loop.kind !== "multi") return;
  for (const at of met) {
    const event = loop.throws?.[at]?.event;
    if (event?.kind === "message") publish(run, { ...instance, scopeId: host.scopeId }, event, `${instance.id}-${at}`);
    if (event?.kind === "escalation") raiseEscalation(run, host, event.code ?? "");
    if (event?.kind !== "signal") continue;
    const name = signalNameOf(run, event, { scopeId: host.scopeId, locals: instance.locals });
    if (name.ok) throwSignal(run, { ...instance, id: `${instance.id}-${at}` }, name.value);
  }
}

/** A message that has no address is not sent: the work is done, and what it throws must not undo it. */
function publish(run: Run, token: Token, message: MessageDefinition, messageId: string): void {
  const publishing = planPublishing(run, token, message, messageId);
  if (publishing.ok) publishing.value(run, token);
}
