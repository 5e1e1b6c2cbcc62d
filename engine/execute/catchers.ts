/** Arming what waits for an event: of an event itself, of a boundary event, of an event sub-process, behind an event-based gateway. */
import type { EventDefinition, FlowNode, MessageDefinition, SignalDefinition } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import type { Opening } from "./behavior.ts";
import type { Place } from "./context.ts";
import type { Run } from "./run.ts";
import { dueTimeOf, scheduleTimer } from "./timers.ts";
import type { DueTime } from "./timers.ts";
import { textAt } from "./values.ts";

/** `elementId` has the event; without a token an event sub-process of the scope waits. */
interface Waiter {
  readonly elementId: string;
  readonly scopeId: string;
  readonly tokenId?: string;
  /** Of a multiple event. */
  readonly part?: number;
}

/** Opens a wait for whoever it is given; evaluated before, so it cannot fail. */
type Arming = (waiter: Waiter) => void;

const NO_ARMING: Result<Arming> = { ok: true, value: () => undefined };

/** Errors, escalations, compensation and cancels look for their catcher themselves: nothing is armed for them. */
export function planCatch(run: Run, event: EventDefinition, place: Place): Result<Arming> {
  switch (event.kind) {
    case "timer": {
      const due = dueTimeOf(run, event, place);
      return due.ok ? { ok: true, value: (waiter) => startTimer(run, waiter, due.value) } : due;
    }
    case "message": {
      const address = addressOf(run, event, place);
      return address.ok ? { ok: true, value: (waiter) => subscribe(run, waiter, address.value) } : address;
    }
    case "signal": {
      const name = signalNameOf(run, event, place);
      return name.ok ? { ok: true, value: (waiter) => awaitSignal(run, waiter, name.value) } : name;
    }
    case "conditional":
      return {
        ok: true,
        value: (waiter) => run.emit({ type: "conditionAwaited", condition: conditionOf(run, waiter) }),
      };
    case "multiple":
      return planParts(run, event.events, place);
    case "none":
    case "terminate":
    case "error":
    case "escalation":
    case "link":
    case "compensate":
    case "cancel":
      return NO_ARMING;
  }
}

/** A multiple event waits for each of its parts. */
function planParts(run: Run, events: readonly EventDefinition[], place: Place): Result<Arming> {
  const armings: Arming[] = [];
  for (const event of events) {
    const armed = planCatch(run, event, place);
    if (!armed.ok) return armed;
    armings.push(armed.value);
  }
  return { ok: true, value: (waiter) => armings.forEach((arm, part) => arm({ ...waiter, part })) };
}

interface Address {
  readonly messageName: string;
  readonly correlationKey: string;
}

export function addressOf(run: Run, message: MessageDefinition, place: Place): Result<Address> {
  const name = textAt(run, message.name, place, "消息名 message name");
  if (!name.ok) return name;
  if (message.correlationKey === undefined) return { ok: true, value: { messageName: name.value, correlationKey: "" } };
  const key = textAt(run, message.correlationKey, place, "消息关联键 correlation key");
  return key.ok ? { ok: true, value: { messageName: name.value, correlationKey: key.value } } : key;
}

export function signalNameOf(run: Run, signal: SignalDefinition, place: Place): Result<string> {
  return textAt(run, signal.name, place, "信号名 signal name");
}

function subscribe(run: Run, waiter: Waiter, address: Address): void {
  const id = run.nextId("m");
  run.emit({ type: "subscriptionOpened", subscription: { id, ...waiter, ...address } });
  run.effect({ type: "openSubscription", subscriptionId: id, ...address });
}

function startTimer(run: Run, waiter: Waiter, due: DueTime): void {
  scheduleTimer(run, { id: run.nextId("d"), kind: "timer", ...waiter, ...due });
}

function awaitSignal(run: Run, waiter: Waiter, signalName: string): void {
  const id = run.nextId("g");
  run.emit({ type: "signalAwaited", signal: { id, ...waiter, signalName } });
  run.effect({ type: "awaitSignal", signalWaitId: id, signalName });
}

const conditionOf = (run: Run, waiter: Waiter): Waiter & { readonly id: string } => ({
  id: run.nextId("c"),
  ...waiter,
});

/** The event of `node`, which the token itself waits for. */
export function planWait(run: Run, token: Token, node: FlowNode, event: EventDefinition): Result<Opening> {
  const armed = planCatch(run, event, { scopeId: token.scopeId, locals: token.locals });
  return armed.ok ? { ok: true, value: () => armed.value(waiterOf(token, node)) } : armed;
}

export function waiterOf({ id: tokenId, scopeId }: Token, { id: elementId }: FlowNode): Waiter {
  return { elementId, scopeId, tokenId };
}
