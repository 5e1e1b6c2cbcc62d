/** Catchers after a migration: what is still caught stays armed with its time, what is new is armed once, the rest ends. */
import type { EventDefinition, FlowNode } from "../model/process.ts";
import type { Problem } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import { behaviorOf } from "../execute/activate.ts";
import { boundariesOf } from "../execute/boundaries.ts";
import { addressOf, planCatch, signalNameOf } from "../execute/catchers.ts";
import type { Place } from "../execute/context.ts";
import { eventAt, isInstance, nodeIn, own, processOf } from "../execute/read-state.ts";
import type { Run } from "../execute/run.ts";
import { CLOSERS } from "../execute/tokens.ts";
import type { trigger } from "../execute/trigger.ts";
import { causeOf } from "../execute/values.ts";
import { eventKindOf } from "./kinship.ts";

/** An event that is waited for, in the new version; `before` is what it was in the old one. */
export interface Wanted {
  readonly node: FlowNode & { readonly event: EventDefinition };
  readonly before: FlowNode | undefined;
}

/** Who waits: a token, or without one the event sub-processes of a scope. */
export interface Waiting {
  readonly scopeId: string;
  readonly tokenId?: string;
  readonly locals?: Token["locals"];
}

type Kind = keyof typeof CLOSERS;

interface Armed {
  readonly kind: Kind;
  readonly id: string;
  readonly elementId: string;
  /** Which part of a multiple event. */
  readonly part: number | undefined;
}

/** Out: what could not be evaluated; then nothing of the migration is kept. */
export function rearm(run: Run, waiting: Waiting, wanted: readonly Wanted[]): Problem | undefined {
  const armed = armedBy(run, waiting);
  const ids = new Set(wanted.map(({ node }) => node.id));
  const gone = armed.filter(({ elementId }) => !ids.has(elementId));
  for (const other of gone) close(run, other);
  for (const { elementId } of gone) forgetGathered(run, waiting, elementId);
  for (const each of wanted) {
    const problem = settle(run, waiting, each, armed);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function settle(run: Run, waiting: Waiting, { node, before }: Wanted, armed: readonly Armed[]): Problem | undefined {
  const here = armed.filter(({ elementId }) => elementId === node.id);
  if (before === undefined || eventKindOf(before) !== eventKindOf(node)) {
    for (const other of here) close(run, other);
    forgetGathered(run, waiting, node.id);
    return arm(run, waiting, node);
  }
  // Two that have become one catch once; one that has fired for the last time stays silent.
  const kept = here.filter((one, at) => here.findIndex((other) => other.part === one.part) === at);
  for (const other of here) if (!kept.includes(other)) close(run, other);
  for (const each of kept) {
    const problem = refresh(run, waiting, node, each);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** What half of a parallel multiple event has brought is nothing without the other half. */
function forgetGathered(run: Run, { scopeId, tokenId }: Waiting, elementId: string): void {
  for (const gatheringId of run.owned("gatherings", tokenId ?? scopeId)) {
    if (run.state.gatherings?.[gatheringId]?.elementId !== elementId) continue;
    run.emit({ type: "gatheringClosed", gatheringId, outcome: "cancelled" });
  }
}

function arm(run: Run, waiting: Waiting, node: Wanted["node"]): Problem | undefined {
  const armed = planCatch(run, node.event, placeOf(waiting));
  if (!armed.ok) return causeOf(armed);
  armed.value(waiterAt(waiting, node));
  return undefined;
}

function waiterAt({ scopeId, tokenId }: Waiting, { id: elementId }: FlowNode): Parameters<typeof trigger>[1] {
  return { elementId, scopeId, ...(tokenId === undefined ? {} : { tokenId }) };
}

/** A message or signal may be called otherwise now; a timer keeps its time. */
function refresh(run: Run, waiting: Waiting, node: Wanted["node"], armed: Armed): Problem | undefined {
  const event = eventAt(node, armed.part);
  const isOther = event === undefined ? false : isNamedOtherwise(run, waiting, event, armed);
  if (typeof isOther !== "boolean") return isOther;
  if (!isOther || event === undefined) return undefined;
  close(run, armed);
  const again = planCatch(run, event, placeOf(waiting));
  if (!again.ok) return causeOf(again);
  again.value({ ...waiterAt(waiting, node), ...(armed.part === undefined ? {} : { part: armed.part }) });
  return undefined;
}

function isNamedOtherwise(run: Run, waiting: Waiting, event: EventDefinition, { id }: Armed): boolean | Problem {
  const subscription = own(run.state.subscriptions, id);
  if (event.kind === "message" && subscription !== undefined) {
    const address = addressOf(run, event, placeOf(waiting));
    if (!address.ok) return causeOf(address);
    const { messageName, correlationKey } = address.value;
    return messageName !== subscription.messageName || correlationKey !== subscription.correlationKey;
  }
  const signal = own(run.state.signals, id);
  if (event.kind !== "signal" || signal === undefined) return false;
  const name = signalNameOf(run, event, placeOf(waiting));
  return name.ok ? name.value !== signal.signalName : causeOf(name);
}

function placeOf({ scopeId, locals }: Waiting): Place {
  return { scopeId, locals };
}

const KINDS: readonly Kind[] = ["timers", "subscriptions", "signals", "conditions"];

/** Not rungs and supervisions, which hang on budgets and people, nor an activity that waits for its data. */
function armedBy(run: Run, { scopeId, tokenId }: Waiting): readonly Armed[] {
  return KINDS.flatMap((kind) =>
    run.owned(kind, tokenId ?? scopeId).flatMap((id) => {
      const entry = run.state[kind]?.[id];
      if (entry === undefined || ("kind" in entry && entry.kind !== "timer")) return [];
      if ("isForData" in entry) return [];
      return [{ kind, id, elementId: entry.elementId, part: entry.part }];
    }),
  );
}

function close(run: Run, { kind, id }: Armed): void {
  CLOSERS[kind](run, id);
}

/** The events that a token waits for: its own, those behind an event-based gateway, those at the border. */
export function eventsAt(run: Run, token: Token, node: FlowNode): readonly Wanted["node"][] {
  const process = processOf(run.bundle, run.state, token.scopeId);
  const isWhole = node.loop !== undefined && !isInstance(run.state, token);
  const boundaries = behaviorOf(node).isInstant ? [] : boundariesOf(run, token);
  return [...(isWhole ? [] : ownEvents(process.nodes, process.flows, node)), ...boundaries];
}

/** Ids of the same in the old version. */
export function ownEvents(
  nodes: Readonly<Record<string, FlowNode>>,
  flows: Readonly<Record<string, { readonly targetId: string }>>,
  node: FlowNode,
): readonly Wanted["node"][] {
  if (node.kind === "intermediateCatchEvent" || node.kind === "receiveTask") return [node];
  if (node.kind !== "eventBasedGateway") return [];
  return node.outgoing.flatMap((id) => {
    const target = nodeIn({ nodes } as Parameters<typeof nodeIn>[0], flows[id]?.targetId ?? "");
    return target.kind === "intermediateCatchEvent" || target.kind === "receiveTask" ? [target] : [];
  });
}
