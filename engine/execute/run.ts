/** One command being carried out: what it reads, the events and effects it makes, and the work still to do. */
import type { Actor } from "../model/actor.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Effect } from "../model/effect.ts";
import type { Event, EventBody } from "../model/event.ts";
import type { JsonObject } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import type { InstanceState, Outcome, Token } from "../model/state.ts";
import type { Calendar, Instant } from "../model/time.ts";
import { Draft } from "./draft.ts";
import { applyEvent, stateBefore } from "./evolve.ts";
import type { CollectionName } from "./owner-index.ts";
import type { MayDo } from "./may-do.ts";
import { own, tokenAt } from "./read-state.ts";

/** Counted bounds, none timed: a clock would break replay (decided.md 18). */
export interface RunSettings {
  /** Agenda steps of one command; what comes after is parked with an incident "runaway loop". */
  readonly steps: number;
  /** Scopes within scopes. */
  readonly depth: number;
  /** Instances of one multi-instance activity. */
  readonly instances: number;
  /** Whether the sender may: the shell's access table, asked before the command is carried out. */
  readonly mayDo?: MayDo;
}

export const DEFAULT_SETTINGS: RunSettings = { steps: 10_000, depth: 50, instances: 10_000 };

/** Steps that each instance of a multi-instance activity adds to the budget of its run. */
const STEPS_PER_INSTANCE = 20;

/** The agenda's items (house.md §3.2). Each names a token or scope that may be gone by the time it is reached. */
export type Work =
  | { readonly kind: "activate"; readonly tokenId: string; readonly flowId: string | undefined }
  | { readonly kind: "leave"; readonly tokenId: string; readonly outcome: Outcome }
  | { readonly kind: "checkScope"; readonly scopeId: string }
  | { readonly kind: "compensate"; readonly claimedBy: string }
  | { readonly kind: "signal"; readonly signal: Signal }
  /** The task that has been opened for the token is given to this person. */
  | { readonly kind: "give"; readonly tokenId: string; readonly assignee: string };

export interface Signal {
  readonly signalName: string;
  readonly signalId: string;
  readonly variables: JsonObject;
}

const CHANGES: ReadonlySet<string> = new Set(["variablesSet", "localsSet", "conditionAwaited"]);
const NO_OUTCOME: Outcome = {};

export class Run {
  readonly bundle: Bundle;
  readonly now: Instant;
  readonly actor: Actor;
  readonly settings: RunSettings;
  readonly events: Event[] = [];
  readonly effects: Effect[] = [];
  /** FIFO: read by index, because shifting an array is not constant work. */
  readonly agenda: Work[] = [];
  /** Done before the agenda goes on. */
  next: (Work & { readonly kind: "leave" }) | undefined;
  /** Variables have changed since conditions were last asked. */
  hasChanged = false;
  private credited = 0;
  private draft: Draft | undefined;

  constructor(
    bundle: Bundle,
    state: InstanceState | undefined,
    sent: { readonly now: Instant; readonly actor: Actor },
    settings: RunSettings,
  ) {
    this.bundle = bundle;
    this.now = sent.now;
    this.actor = sent.actor;
    this.settings = settings;
    this.draft = state === undefined ? undefined : new Draft(state);
  }

  get state(): InstanceState {
    if (this.draft === undefined) throw new Error("Expected a started instance, but nothing has happened yet");
    return this.draft.state;
  }

  /** The state when the command is done. */
  finished(): InstanceState {
    if (this.draft === undefined) throw new Error("Expected a started instance, but nothing has happened yet");
    return this.draft.finished();
  }

  /** Records what happened and applies it. */
  emit(body: EventBody): void {
    // Head first: copying into objects that begin alike was the fastest of all ways measured.
    const event: Event = { seq: (this.draft?.state.seq ?? 0) + 1, at: this.now, actor: this.actor, ...body };
    this.draft ??= new Draft(stateBefore(event));
    applyEvent(this.draft, event);
    this.events.push(event);
    if (CHANGES.has(body.type)) this.hasChanged = true;
  }

  /** Ids of what belongs to a token (its work), a scope (its tokens) or a host token (its scope). */
  owned(collection: CollectionName, owner: string): readonly string[] {
    return this.draft?.of(collection, owner) ?? [];
  }

  hasTokens(scopeId: string): boolean {
    return this.draft?.has("tokens", scopeId) ?? false;
  }

  tokensIn(scopeId: string): readonly Token[] {
    return this.owned("tokens", scopeId).flatMap((id) => tokenAt(this.state, id) ?? []);
  }

  effect(effect: Effect): void {
    this.effects.push(effect);
  }

  /** The next free id with this letter; taken once an event with it has been emitted. */
  nextId(letter: "s" | "t" | "u" | "j" | "d" | "m" | "b" | "i" | "v" | "g" | "c" | "k" | "x" | "y" | "p"): string {
    return `${letter}${(this.draft?.state.counter ?? 0) + 1}`;
  }

  activate(tokenId: string, flowId?: string): void {
    this.agenda.push({ kind: "activate", tokenId, flowId });
  }

  leave(tokenId: string, outcome: Outcome = NO_OUTCOME): void {
    this.agenda.push({ kind: "leave", tokenId, outcome });
  }

  /** What an activity worked out is written before another reads it: two scripts that count in parallel count to two. */
  leaveAtOnce(tokenId: string, outcome: Outcome = NO_OUTCOME): void {
    this.next = { kind: "leave", tokenId, outcome };
  }

  checkScope(scopeId: string): void {
    this.agenda.push({ kind: "checkScope", scopeId });
  }

  /** Ten thousand instances are no runaway loop; the credit of one run is bounded all the same. */
  creditInstances(count: number): void {
    this.credited = Math.min(this.credited + count, this.settings.instances);
  }

  get steps(): number {
    return this.settings.steps + this.credited * STEPS_PER_INSTANCE;
  }

  compensate(claimedBy: string): void {
    this.agenda.push({ kind: "compensate", claimedBy });
  }

  give(tokenId: string, assignee: string): void {
    this.agenda.push({ kind: "give", tokenId, assignee });
  }

  signal(signal: Signal): void {
    this.agenda.push({ kind: "signal", signal });
  }

  get isSuspended(): boolean {
    return this.state.suspendedAt !== undefined;
  }

  get calendar(): Calendar {
    const calendar = own(this.bundle.calendars, this.bundle.calendar);
    if (calendar === undefined) throw new Error(`Expected calendar ${this.bundle.calendar} in the bundle`);
    return calendar;
  }

  get timeZone(): string {
    return own(this.bundle.calendars, this.bundle.calendar)?.timeZone ?? "Asia/Shanghai";
  }
}

/** Answer of a command: `undefined` when it fits, else why it does not (HTTP 409). */
export type Rejection = Problem | undefined;
