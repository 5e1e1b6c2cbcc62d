/**
 * An instance as a story: given a bundle, when these commands, then these events. Every step also proves the engine's
 * promises: the (deep-frozen) input is not altered, the state is plain JSON, replaying all events gives the state.
 */
import assert from "node:assert/strict";
import {
  advance,
  evolve,
  incidentsOf,
  migrate,
  suggestPlan,
  tasksOf,
  timersOf,
  tokensOf,
  waitReasons,
} from "../../engine/index.ts";
import type {
  Actor,
  Bundle,
  CommandBody,
  Effect,
  EffectOf,
  EffectType,
  Event,
  InstanceState,
  JsonObject,
  MigrationPlan,
  Problem,
  RunSettings,
  WaitReason,
} from "../../engine/index.ts";

/** Monday, 2 March 2026, 10:00 in Shanghai. */
export const MONDAY_TEN = "2026-03-02T02:00:00.000Z";

export const wang: Actor = { kind: "person", id: "wang", groups: ["team"] };

export class Story {
  bundle: Bundle;
  readonly settings: Partial<RunSettings>;
  now = MONDAY_TEN;
  /** All events so far, and those of the last command. */
  readonly history: Event[] = [];
  events: readonly Event[] = [];
  effects: readonly Effect[] = [];
  private current: InstanceState | undefined;

  constructor(bundle: Bundle, settings: Partial<RunSettings> = {}) {
    this.bundle = deepFreeze(bundle);
    this.settings = settings;
  }

  get state(): InstanceState {
    assert.ok(this.current, "the instance has not started");
    return this.current;
  }

  /** Sends a command that must fit. */
  do(body: CommandBody, actor: Actor = wang): this {
    const result = this.send(body, actor);
    assert.ok(result.ok, result.ok ? "" : `${result.problem.code}: ${result.problem.en}`);
    return this;
  }

  /** Sends a command that must be rejected, and answers why. */
  refused(body: CommandBody, actor: Actor = wang): Problem {
    const result = this.send(body, actor);
    assert.ok(!result.ok, `${body.type} was accepted`);
    assert.ok(result.problem.zh !== "" && result.problem.en !== "");
    return result.problem;
  }

  private send(body: CommandBody, actor: Actor): ReturnType<typeof advance> {
    const command = deepFreeze({ now: this.now, actor, ...body });
    return this.take(advance(this.bundle, this.current, command, this.settings));
  }

  /** Goes over to another bundle by the plan, or by the one that suggests itself. */
  migrate(to: Bundle, plan: MigrationPlan = suggestPlan(this.bundle, to).plan): this {
    const migration = deepFreeze({ from: this.bundle, to, plan, state: this.state });
    const result = this.take(migrate(migration, { now: this.now, actor: wang }));
    assert.ok(result.ok, result.ok ? "" : `${result.problem.code}: ${result.problem.en}`);
    this.bundle = migration.to;
    return this;
  }

  private take(result: ReturnType<typeof advance>): ReturnType<typeof advance> {
    if (!result.ok) return result;
    assert.deepEqual(JSON.parse(JSON.stringify(result.state)), result.state, "the state is plain JSON");
    this.history.push(...result.events);
    assert.deepEqual(replay(this.history), result.state, "replaying all events gives the state");
    this.current = deepFreeze(result.state);
    this.events = result.events;
    this.effects = result.effects;
    return result;
  }

  start(variables: JsonObject = {}): this {
    return this.do({ type: "start", variables });
  }

  complete(elementId: string, submission: JsonObject = {}, actor: Actor = wang): this {
    return this.do({ type: "completeTask", taskId: this.task(elementId), submission }, actor);
  }

  completeJob(elementId: string, variables: JsonObject = {}): this {
    return this.do({ type: "completeJob", jobId: this.job(elementId), variables });
  }

  deliver(messageName: string, correlationKey: string, variables: JsonObject = {}, messageId = "m1"): this {
    return this.do({ type: "deliverMessage", messageName, correlationKey, messageId, variables });
  }

  signal(signalName: string, variables: JsonObject = {}, signalId = "g1"): this {
    return this.do({ type: "deliverSignal", signalName, signalId, variables });
  }

  set(variables: JsonObject): this {
    return this.do({ type: "setVariables", variables, reason: "test" });
  }

  /** Goes on to the due date of the element's timer (or a later time) and fires it. */
  fire(elementId: string, at?: string): this {
    const timer = timersOf(this.state).find((other) => other.elementId === elementId);
    assert.ok(timer, `no timer at ${elementId}`);
    this.now = at ?? timer.dueAt;
    return this.do({ type: "fireTimer", timerId: timer.id }, { kind: "system", id: "timer" });
  }

  resolve(): this {
    const [incident] = incidentsOf(this.state);
    assert.ok(incident, "there is no incident");
    return this.do({ type: "resolveIncident", incidentId: incident.id });
  }

  task(elementId: string): string {
    const task = tasksOf(this.state).find((other) => other.elementId === elementId);
    assert.ok(task, `no task at ${elementId}; the state waits at ${this.waitsAt().join(", ")}`);
    return task.id;
  }

  job(elementId: string): string {
    const token = tokensOf(this.state).find((other) => other.elementId === elementId);
    const [id] = Object.entries(this.state.jobs ?? {}).find(([, job]) => job.tokenId === token?.id) ?? [];
    assert.ok(id, `no job at ${elementId}`);
    return id;
  }

  /** Elements at which tokens stand. */
  waitsAt(): readonly string[] {
    return tokensOf(this.state).map((token) => token.elementId);
  }

  reasons(): readonly WaitReason[] {
    return waitReasons(this.bundle, this.state);
  }

  incident(): string | undefined {
    return incidentsOf(this.state)[0]?.code;
  }

  variables(scopeId = "s1"): JsonObject {
    return this.state.scopes[scopeId]?.variables ?? {};
  }

  effect<T extends EffectType>(type: T): EffectOf<T> {
    const effect = this.effects.find((other): other is EffectOf<T> => other.type === type);
    assert.ok(effect, `no effect ${type} among ${this.effects.map((other) => other.type).join(", ")}`);
    return effect;
  }

  /** The last command's events, one short line each: the golden trace. */
  trace(): readonly string[] {
    return this.events.map(lineOf);
  }
}

function lineOf(event: Event): string {
  switch (event.type) {
    case "tokenEntered":
      return `enter ${event.token.elementId}`;
    case "tokenCompleted":
      return `complete ${event.elementId}`;
    case "tokenTerminated":
      return `terminate ${event.elementId}`;
    case "flowTaken":
      return `flow ${event.flowId}`;
    case "scopeEntered":
      return `scope ${event.scope.elementId}`;
    case "scopeLeft":
      return `scopeLeft ${event.elementId}${event.terminated ? " terminated" : ""}`;
    case "incidentRaised":
      return `incident ${event.incident.code} ${event.incident.elementId}`;
    case "variablesSet":
      return `set ${Object.keys(event.variables).join(",")} ${event.scopeId}`;
    case "taskCreated":
      return `task ${event.task.elementId}`;
    case "taskClosed":
      return `taskClosed ${event.elementId} ${event.outcome}`;
    case "escalationRaised":
      return `escalation ${event.escalationCode}${event.caughtBy === undefined ? "" : ` > ${event.caughtBy}`}`;
    case "errorThrown":
      return `error ${event.errorCode}${event.caughtBy === undefined ? "" : ` > ${event.caughtBy}`}`;
    case "tokenArrivedAtJoin":
      return `arrive ${event.elementId} ${event.flowId}`;
    case "joinFired":
      return `join ${event.elementId}`;
    default:
      return event.type;
  }
}

function replay(events: readonly Event[]): InstanceState | undefined {
  return events.reduce<InstanceState | undefined>((state, event) => evolve(state, event), undefined);
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
