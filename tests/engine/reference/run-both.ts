/** One life of a random process, led side by side through the engine and the reference interpreter (R8, R9). */
import assert from "node:assert/strict";
import { advance, evolve, jobsOf, replay, tasksOf, timersOf, tokensOf } from "../../../engine/index.ts";
import type { Bundle, Command, CommandBody, Event, InstanceState, JsonObject } from "../../../engine/index.ts";
import { bundleOf } from "./as-bpmn.ts";
import { Dice } from "./dice.ts";
import { Reference } from "./interpreter.ts";
import { ACTIVITIES } from "./plain-process.ts";
import type { PlainNode, PlainScope, Values } from "./plain-process.ts";
import { randomProcess } from "./random-process.ts";
import type { RandomProcess } from "./random-process.ts";

const MOST_STEPS = 60;
const ACTOR = { kind: "person", id: "wang", groups: ["team"] } as const;

/** How a state is kept between two steps: in memory, as JSON, in a database. */
export type Keep = (state: InstanceState, events: readonly Event[]) => InstanceState | Promise<InstanceState>;

export const inMemory: Keep = (state) => state;
export const asJson: Keep = (state) => JSON.parse(JSON.stringify(state)) as InstanceState;

export interface Prepared extends RandomProcess {
  readonly bundle: Bundle;
  readonly nodes: ReadonlyMap<string, PlainNode>;
}

export async function prepare(seed: number): Promise<Prepared> {
  const random = randomProcess(new Dice(seed));
  const scopes = [random.process.root, ...Object.values(random.process.called)];
  const nodes = new Map(scopes.flatMap(allNodes).map((node) => [node.id, node]));
  return { ...random, bundle: deepFreeze(await bundleOf(random.process)), nodes };
}

/** `user multi`, `boundary timer`: every kind of element that a process has. */
export function kindsOf({ process }: RandomProcess): readonly string[] {
  const nodes = [process.root, ...Object.values(process.called)].flatMap(allNodes);
  return nodes.map(({ kind, event, loop }) => [kind, event?.kind, loop?.kind].filter(Boolean).join(" "));
}

function allNodes({ nodes }: PlainScope): readonly PlainNode[] {
  return nodes.flatMap((node) => [node, ...(node.inside === undefined ? [] : allNodes(node.inside))]);
}

export interface Life {
  readonly steps: number;
  readonly isOver: boolean;
  /** Each state as JSON, to compare with the same life kept otherwise. */
  readonly states: readonly string[];
  readonly events: readonly Event[];
  readonly commands: readonly Command[];
}

/** Says how to lead a life again when it fails. */
export async function named<T>(seed: number, path: number, life: () => Promise<T>): Promise<T> {
  try {
    return await life();
  } catch (error) {
    const again = `node --import tsx tests/engine/reference/again.ts ${seed} ${path}`;
    throw new Error(`process ${seed}, path ${path} (see it again: ${again})\n${String(error)}`, { cause: error });
  }
}

/** Leads one life; `path` seeds the choices. Throws when engine and reference differ. */
export async function live(prepared: Prepared, path: number, keep: Keep): Promise<Life> {
  const dice = new Dice(path);
  const reference = new Reference(prepared.process, prepared.variables);
  const engine = new EngineSide(prepared.bundle, keep);
  await engine.send({ type: "start", variables: prepared.variables });
  compare(prepared, engine, reference);
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    if (reference.isOver) return lifeOf(engine, reference, step);
    reference.log = [];
    await takeStep(prepared, dice, engine, reference);
    compare(prepared, engine, reference);
  }
  return lifeOf(engine, reference, MOST_STEPS);
}

function lifeOf(engine: EngineSide, reference: Reference, steps: number): Life {
  const { states, history } = engine;
  assert.equal(
    JSON.stringify(sorted(replay(history))),
    JSON.stringify(sorted(engine.state)),
    "history gives the state",
  );
  return { steps, isOver: reference.isOver, states, events: history, commands: engine.commands };
}

async function takeStep(
  { awaited, nodes }: Prepared,
  dice: Dice,
  engine: EngineSide,
  reference: Reference,
): Promise<void> {
  const waits = reference.waits.filter(({ kind }) => kind !== "condition");
  const conditions = reference.waits.length - waits.length;
  if (waits.length === 0 || (conditions > 0 && dice.chance(0.2))) {
    const name = dice.pick(awaited);
    const value = dice.chance(0.7) ? 1 : 0;
    reference.set(name, value);
    return engine.send({ type: "setVariables", variables: { [name]: value }, reason: "" });
  }
  const { kind, node } = dice.pick(waits);
  const same = waits.filter((other) => other.kind === kind && other.node.id === node.id);
  const k = kind === "task" || kind === "job" || kind === "timer" ? dice.below(same.length) : 0;
  const error = kind === "job" ? errorOf(nodes, node.id) : undefined;
  if (error !== undefined && dice.chance(0.5)) {
    reference.fail(node.id, k, error);
    return engine.send({ type: "throwError", jobId: engine.job(node.id, k), errorCode: error, message: "" });
  }
  const values: Values = node.brings === undefined ? {} : { [node.brings]: dice.below(3) };
  reference.come(kind, node.id, k, values);
  await engine.send(commandOf(engine, { kind, node, k, values }));
}

function errorOf(nodes: ReadonlyMap<string, PlainNode>, host: string): string | undefined {
  for (const { on, event } of nodes.values()) if (on === host && event?.kind === "error") return event.name;
  return undefined;
}

interface Come {
  readonly kind: Reference["waits"][number]["kind"];
  readonly node: PlainNode;
  readonly k: number;
  readonly values: Values;
}

function commandOf(engine: EngineSide, { kind, node, k, values }: Come): CommandBody {
  const variables = values as JsonObject;
  switch (kind) {
    case "task":
      return { type: "completeTask", taskId: engine.task(node.id, k), submission: variables };
    case "job":
      return { type: "completeJob", jobId: engine.job(node.id, k), variables };
    case "timer":
      return { type: "fireTimer", timerId: engine.timer(node.id, k) };
    case "message":
      return {
        type: "deliverMessage",
        messageName: nameOf(node),
        correlationKey: "k",
        messageId: engine.newId,
        variables,
      };
    case "signal":
      return { type: "deliverSignal", signalName: nameOf(node), signalId: engine.newId, variables };
    case "condition":
      throw new Error("Expected a condition to come by itself");
  }
}

const nameOf = ({ event }: PlainNode): string => (event !== undefined && "name" in event ? event.name : "");

/** After each step what is open is the same, and what has happened; at the end so are the variables. */
function compare({ nodes }: Prepared, engine: EngineSide, reference: Reference): void {
  assert.deepEqual(engine.open, reference.open, "open work");
  assert.deepEqual(engine.log(nodes), reference.log.toSorted(), "history of the step");
  assert.equal(engine.state.status === "completed", reference.isOver, "the end");
  if (reference.isOver) assert.deepEqual(sorted(engine.state.scopes["s1"]?.variables), sorted(reference.variables));
}

/** The engine with its promises asked at each step: no input altered, events give the state, JSON gives it back. */
class EngineSide {
  readonly history: Event[] = [];
  readonly states: string[] = [];
  readonly commands: Command[] = [];
  private readonly bundle: Bundle;
  private readonly keep: Keep;
  private now = "2026-03-02T02:00:00.000Z";
  private current: InstanceState | undefined;
  private events: readonly Event[] = [];

  constructor(bundle: Bundle, keep: Keep) {
    this.bundle = bundle;
    this.keep = keep;
  }

  get state(): InstanceState {
    if (this.current === undefined) throw new Error("Expected a started instance");
    return this.current;
  }

  get newId(): string {
    return `x${this.history.length}`;
  }

  async send(body: CommandBody): Promise<void> {
    const before = this.current;
    const command = deepFreeze<Command>({ now: this.now, actor: ACTOR, ...body });
    this.commands.push(command);
    const result = advance(this.bundle, before, command);
    assert.ok(result.ok, result.ok ? "" : `${body.type}: ${result.problem.code}`);
    this.events = deepFreeze([...result.events]);
    this.history.push(...result.events);
    const evolved = this.events.reduce<InstanceState | undefined>((state, event) => evolve(state, event), before);
    const json = JSON.stringify(result.state);
    assert.equal(JSON.stringify(sorted(evolved)), JSON.stringify(sorted(result.state)), "events give the state");
    assert.equal(JSON.stringify(JSON.parse(json)), json, "JSON gives it back byte by byte");
    this.states.push(json);
    this.current = deepFreeze(await this.keep(result.state, result.events));
  }

  get open(): readonly string[] {
    const { state } = this;
    const at = (kind: string, entries: object | undefined): readonly string[] =>
      Object.values((entries ?? {}) as Record<string, { elementId: string }>).map(
        (entry) => `${kind} ${entry.elementId}`,
      );
    const tokens = new Map(tokensOf(state).map(({ id, elementId }) => [id, elementId]));
    return [
      ...tasksOf(state).map(({ elementId }) => `task ${elementId}`),
      ...jobsOf(state).map(({ tokenId }) => `job ${tokens.get(tokenId)}`),
      ...at("timer", state.timers),
      ...at("message", state.subscriptions),
      ...at("signal", state.signals),
      ...at("condition", state.conditions),
    ].toSorted();
  }

  log(nodes: ReadonlyMap<string, PlainNode>): readonly string[] {
    return this.events
      .flatMap((event) => {
        if (event.type === "tokenCompleted") return [`done ${event.elementId}`];
        const kind = event.type === "tokenTerminated" ? nodes.get(event.elementId)?.kind : undefined;
        return kind !== undefined && ACTIVITIES.has(kind) && "elementId" in event ? [`killed ${event.elementId}`] : [];
      })
      .toSorted();
  }

  task(elementId: string, k: number): string {
    return kth(
      tasksOf(this.state).filter((task) => task.elementId === elementId),
      k,
    );
  }

  job(elementId: string, k: number): string {
    const tokens = new Set(tokensOf(this.state).flatMap((token) => (token.elementId === elementId ? [token.id] : [])));
    return kth(
      jobsOf(this.state).filter(({ tokenId }) => tokens.has(tokenId)),
      k,
    );
  }

  /** The clock goes on to where it is due. */
  timer(elementId: string, k: number): string {
    const timers = timersOf(this.state).filter((timer) => timer.elementId === elementId);
    const id = kth(timers, k);
    const dueAt = timers.find((timer) => timer.id === id)?.dueAt ?? this.now;
    if (dueAt > this.now) this.now = dueAt;
    return id;
  }
}

function kth(entries: readonly { readonly id: string }[], k: number): string {
  const id = entries.map((entry) => entry.id).toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))[k];
  assert.ok(id, "no such work is open");
  return id;
}

/** Keys in order, so that the same content has the same text. */
export function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
