/**
 * What begins instances of a process without anybody's command (BPMN 2.0 §10.5.2, §13.2), for the shell to arm: it keeps
 * due dates and names, and sends `start` with the trigger's `startId` when one has happened.
 */
import type { Bundle } from "../model/bundle.ts";
import type { Feel, EventDefinition } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { InstanceState } from "../model/state.ts";
import type { Instant } from "../model/time.ts";
import { addressOf, signalNameOf } from "./catchers.ts";
import { own } from "./read-state.ts";
import { DEFAULT_SETTINGS, Run } from "./run.ts";
import { beginningsOf, eventOf } from "./starting.ts";
import { dueTimeOf, nextDue } from "./timers.ts";
import type { DueTime } from "./timers.ts";

/** `startId` is what a `start` command names. A multiple start has one trigger for each of its parts. */
export type StartTrigger = { readonly startId: string } & Trigger;

type Trigger =
  | { readonly kind: "message"; readonly messageName: string }
  | { readonly kind: "signal"; readonly signalName: string }
  | TimerTrigger
  /** Asked by the shell's own means: `start` says whether it is met by the variables given. */
  | { readonly kind: "condition"; readonly condition: Feel }
  /** A parallel multiple start event: the shell gathers all of them and then starts once. */
  | { readonly kind: "all"; readonly triggers: readonly Trigger[] };

type TimerTrigger = { readonly kind: "timer" } & DueTime;

/**
 * In: the bundle, and the time from which durations and cycles of timer starts count (deployment). Out: the triggers of
 * its root process in document order; none start events have none. A problem when an expression of one has no value.
 */
export function startTriggers(bundle: Bundle, now: Instant): Result<readonly StartTrigger[]> {
  const process = own(bundle.processes, bundle.root);
  if (process === undefined) throw new Error(`Expected process ${bundle.root} in the bundle, but it is not there`);
  const run = beforeStart(bundle, now);
  const triggers: StartTrigger[] = [];
  for (const beginning of beginningsOf(process)) {
    const found = triggersOf(run, eventOf(beginning));
    if (!found.ok) return found;
    triggers.push(...found.value.map((trigger) => ({ startId: beginning.node.id, ...trigger })));
  }
  return { ok: true, value: triggers };
}

/** When a timer start is due again after it was due; `undefined` after the last time. What was missed counts as once. */
export function nextStart(bundle: Bundle, due: DueTime, now: Instant): DueTime | undefined {
  return nextDue(beforeStart(bundle, now), due);
}

/** Expressions of start events see parameters and the time: there are no variables yet. */
function beforeStart(bundle: Bundle, now: Instant): Run {
  const state: InstanceState = {
    format: 1,
    status: "running",
    processKey: bundle.root,
    startedAt: now,
    counter: 0,
    seq: 0,
    scopes: {},
  };
  return new Run(bundle, state, { now, actor: { kind: "system", id: "engine" } }, DEFAULT_SETTINGS);
}

const NOWHERE = { scopeId: "" };
const NO_TRIGGER: Result<readonly Trigger[]> = { ok: true, value: [] };

function triggersOf(run: Run, event: EventDefinition): Result<readonly Trigger[]> {
  switch (event.kind) {
    case "message": {
      // There is no key yet: the message makes the instance.
      const address = addressOf(run, { kind: "message", name: event.name }, NOWHERE);
      return address.ok ? one({ kind: "message", messageName: address.value.messageName }) : address;
    }
    case "signal": {
      const name = signalNameOf(run, event, NOWHERE);
      return name.ok ? one({ kind: "signal", signalName: name.value }) : name;
    }
    case "timer": {
      const due = dueTimeOf(run, event, NOWHERE);
      return due.ok ? one({ kind: "timer", ...due.value }) : due;
    }
    case "conditional":
      return one({ kind: "condition", condition: event.condition });
    case "multiple": {
      const parts = partsOf(run, event.events);
      return parts.ok && event.isAll ? one({ kind: "all", triggers: parts.value }) : parts;
    }
    default:
      return NO_TRIGGER;
  }
}

function one(trigger: Trigger): Result<readonly Trigger[]> {
  return { ok: true, value: [trigger] };
}

function partsOf(run: Run, events: readonly EventDefinition[]): Result<readonly Trigger[]> {
  const all: Trigger[] = [];
  for (const event of events) {
    const found = triggersOf(run, event);
    if (!found.ok) return found;
    all.push(...found.value);
  }
  return { ok: true, value: all };
}
