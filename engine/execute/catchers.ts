/** Arming what waits for an event: message subscriptions, and the boundary events of an activity that waits. */
import type { FlowNode, MessageDefinition } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import type { Opening } from "./behavior.ts";
import { boundariesOf } from "./catch.ts";
import type { Place } from "./context.ts";
import type { Run } from "./run.ts";
import { dueTimeOf, scheduleTimer } from "./timers.ts";
import type { DueTime } from "./timers.ts";
import { textAt } from "./values.ts";

interface Address {
  readonly messageName: string;
  readonly correlationKey: string;
}

export function addressOf(run: Run, message: MessageDefinition, place: Place): Result<Address> {
  const name = textAt(run, message.name, place, "消息名 message name");
  if (!name.ok) return name;
  const key = textAt(run, message.correlationKey ?? "null", place, "消息关联键 correlation key");
  return key.ok ? { ok: true, value: { messageName: name.value, correlationKey: key.value } } : key;
}

/** `node` has the event, `token` waits for it: for a boundary event the token of its host. */
export function subscribe(run: Run, token: Token, node: FlowNode, address: Address): void {
  const { id: tokenId, scopeId } = token;
  const id = run.nextId("m");
  run.emit({ type: "subscriptionOpened", subscription: { id, elementId: node.id, scopeId, tokenId, ...address } });
  run.effect({ type: "openSubscription", subscriptionId: id, ...address });
}

export function startTimer(run: Run, token: Token, node: FlowNode, due: DueTime): void {
  const { id: tokenId, scopeId } = token;
  scheduleTimer(run, { id: run.nextId("d"), kind: "timer", elementId: node.id, scopeId, tokenId, ...due });
}

/** Evaluates all boundary events first; errors and escalations need no arming. */
export function planBoundaries(run: Run, host: Token, place: Place): Result<readonly Opening[]> {
  const openings: Opening[] = [];
  for (const boundary of boundariesOf(run, host)) {
    const { event } = boundary;
    if (event.kind === "timer") {
      const due = dueTimeOf(run, event, place);
      if (!due.ok) return due;
      openings.push(() => startTimer(run, host, boundary, due.value));
    } else if (event.kind === "message") {
      const address = addressOf(run, event, place);
      if (!address.ok) return address;
      openings.push(() => subscribe(run, host, boundary, address.value));
    }
  }
  return { ok: true, value: openings };
}
