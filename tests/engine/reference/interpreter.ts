/**
 * A second, separate token game (reliability.md R8): written from BPMN 2.0 chapter 13, sharing no code and no model
 * with the engine. It keeps everything in objects that it changes, and knows no incidents, people,
 * limits or calendars; what it covers is listed in README.md beside it.
 */
import { boundariesOf, flowsAhead, flowsFrom, isInstance, isTrue, linkTargets, newFrame, nodeOf } from "./frame.ts";
import { raise, read, seenFrom } from "./frame.ts";
import type { Frame, Token, Wait } from "./frame.ts";
import { gradeOf } from "./plain-process.ts";
import type { PlainEvent, PlainFlow, PlainNode, PlainProcess, Value, Values } from "./plain-process.ts";
import { Repetition } from "./repetition.ts";

const BRINGS: ReadonlySet<string> = new Set(["message", "signal"]);

export class Reference extends Repetition {
  private readonly root: Frame;

  constructor(process: PlainProcess, variables: Values) {
    super(process);
    this.root = newFrame(process.root, new Map(Object.entries(variables)), undefined, true);
    this.begin(this.root, {});
    this.run();
  }

  get variables(): Values {
    return Object.fromEntries(this.root.variables);
  }

  /** `task user3`, `timer catch2`, … of everything that waits, sorted. */
  get open(): readonly string[] {
    return this.waits.map(({ kind, node }) => `${kind} ${node.id}`).toSorted();
  }

  /** The event that the k-th of these waits for, the oldest first, comes with these values. */
  come(kind: Wait["kind"], nodeId: string, k: number, values: Values): void {
    const wait = this.waits.filter((other) => other.kind === kind && other.node.id === nodeId)[k];
    if (wait === undefined) throw new Error(`Expected ${kind} ${nodeId} number ${k} to wait, but it does not`);
    if (kind === "signal") this.broadcast(wait.name, values);
    else this.deliver(wait, values);
    this.run();
  }

  /** A worker answers with a business error. */
  fail(nodeId: string, k: number, code: string): void {
    const wait = this.waits.filter((other) => other.kind === "job" && other.node.id === nodeId)[k];
    if (wait?.token === undefined) throw new Error(`Expected a job of ${nodeId}`);
    this.close(wait);
    if (!this.thrown(wait.token, "error", code)) throw new Error(`Expected somebody to catch ${code}`);
    this.run();
  }

  /** Somebody changes a variable of the process. */
  set(name: string, value: Value): void {
    this.root.variables.set(name, value);
    this.run();
  }

  private run(): void {
    for (;;) {
      const next = this.todo.shift();
      if (next !== undefined) next();
      else if (!this.conditionsCame() && !this.inclusiveFired(this.root)) return;
    }
  }

  protected arrive(token: Token, via: string | undefined): void {
    const { node, frame } = token;
    if (node.loop !== undefined && !isInstance(token)) return this.beginLoop(token);
    const made = (node.inputs ?? []).map(([target, source]) => [target, read(frame, source, token.locals)] as const);
    token.locals = { ...token.locals, ...Object.fromEntries(made) };
    if (!isInstance(token)) this.armBoundaries(token);
    this.act(token, via);
  }

  private act(token: Token, via: string | undefined): void {
    const { node, frame } = token;
    switch (node.kind) {
      case "user":
        return this.wait({ kind: "task", node, name: "", frame, token, isMet: false });
      case "service":
        return this.wait({ kind: "job", node, name: "", frame, token, isMet: false });
      case "receive":
      case "catch":
        if (node.event?.kind === "link") return this.leave(token, {}, {});
        return this.await(node, node.event, { frame, token });
      case "eventBased":
        for (const { to } of flowsFrom(token)) this.await(nodeOf(frame.scope, to), undefined, { frame, token });
        return;
      case "script":
        return this.leave(token, {}, { [node.name ?? ""]: Number(read(frame, node.name ?? "", token.locals)) + 1 });
      case "rule":
        return this.decided(token, { grade: gradeOf(read(frame, node.name ?? "", token.locals)) });
      case "parallel":
      case "inclusive":
        return this.arriveAtJoin(token, via);
      case "sub":
      case "eventSub":
      case "transaction":
      case "call":
        return this.openScope(token);
      case "throw":
      case "end":
        return this.throwEvent(token, node.event ?? { kind: "none" });
      case "start":
      case "boundary":
        return this.leave(token, {}, BRINGS.has(node.event?.kind ?? "") ? token.locals : {});
      default:
        return this.leave(token, {}, {});
    }
  }

  private decided(token: Token, brought: Values): void {
    this.leave(token, brought, brought);
  }

  protected leave(token: Token, visible: Values, rising: Values): void {
    if (token.isGone) return;
    const { node, frame } = token;
    const isWhole = node.loop !== undefined && !isInstance(token);
    if ((node.outputs ?? []).length > 0 && !isWhole && (token.undoesFor === undefined || node.isUndo === true)) {
      const made = (node.outputs ?? []).map(([target, source]) => [target, read(frame, source, visible, token.locals)]);
      raise(frame, Object.fromEntries(made) as Values);
    } else raise(frame, rising);
    this.goOn(token);
  }

  private goOn(token: Token): void {
    const { node, frame, undoesFor } = token;
    if (undoesFor !== undefined) {
      this.done(token);
      return this.undoNext(undoesFor);
    }
    if (node.kind === "end" && node.event?.kind === "cancel") return this.leaveTransaction(token);
    if (isInstance(token)) return this.turn(token);
    const flows = choose(token);
    const handler = boundariesOf(token).find(({ event }) => event?.kind === "compensate")?.handler;
    if (handler !== undefined) {
      const seen = { ...seenFrom(frame), ...token.locals };
      frame.kept.push({ node: nodeOf(frame.scope, handler), frame, seen });
    }
    this.done(token);
    for (const flow of flows) this.enter(frame, nodeOf(frame.scope, flow.to), {}, flow.id);
    if (flows.length === 0) this.check(frame);
  }

  protected arriveAtJoin(token: Token, via: string | undefined): void {
    const { node, frame } = token;
    const incoming = frame.scope.flows.filter(({ to }) => to === node.id);
    if (incoming.length < 2 || via === undefined) return this.leave(token, {}, {});
    token.at = via;
    if (node.kind === "inclusive") return;
    const waiting = incoming.map(({ id }) => [...frame.tokens].find((other) => isAt(other, node, id)));
    if (waiting.every((other) => other !== undefined)) this.fire(frame, node, waiting);
  }

  private fire(frame: Frame, node: PlainNode, consumed: readonly Token[]): void {
    for (const token of consumed) this.remove(token);
    const token: Token = { node, frame, locals: {}, isGone: false };
    frame.tokens.add(token);
    this.leave(token, {}, {});
  }

  private inclusiveFired(frame: Frame): boolean {
    for (const token of frame.tokens) {
      if (token.inner !== undefined && this.inclusiveFired(token.inner)) return true;
      if (token.node.kind === "inclusive" && token.at !== undefined && this.mayFire(frame, token.node)) return true;
    }
    return false;
  }

  /** No token can reach an empty flow without being able to reach a filled one (§13.4.3). */
  private mayFire(frame: Frame, node: PlainNode): boolean {
    const tokens = [...frame.tokens];
    const filled = new Map<string, Token>();
    for (const token of tokens)
      if (token.node === node && token.at !== undefined && !filled.has(token.at)) filled.set(token.at, token);
    const isAwaited = tokens.some((token) => {
      if (token.node === node) return false;
      const ahead = [...flowsAhead(frame.scope, token.node.id, node.id)];
      return ahead.length > 0 && !ahead.some((flow) => filled.has(flow));
    });
    const isFull = frame.scope.flows.every(({ id, to }) => to !== node.id || filled.has(id));
    if (isAwaited && !isFull) return false;
    this.fire(frame, node, [...filled.values()]);
    return true;
  }

  private throwEvent(token: Token, event: PlainEvent): void {
    const { frame } = token;
    switch (event.kind) {
      case "link": {
        this.done(token);
        const [target = ""] = linkTargets(frame.scope.nodes, token.node.id);
        return void this.enter(frame, nodeOf(frame.scope, target));
      }
      case "signal":
        this.broadcast(event.name, {});
        return this.leave(token, {}, {});
      case "escalation":
        this.thrown(token, "escalation", event.name);
        return this.leave(token, {}, {});
      case "error":
        if (!this.thrown(token, "error", event.name)) throw new Error(`Expected somebody to catch ${event.name}`);
        return;
      case "terminate":
        this.done(token);
        this.disarm(frame);
        for (const other of frame.tokens) this.kill(other);
        return this.check(frame);
      case "compensate":
        return this.throwCompensation(token);
      case "cancel":
        this.disarm(frame);
        for (const other of frame.tokens) if (other !== token) this.kill(other);
        return this.throwCompensation(token);
      default:
        return this.leave(token, {}, {});
    }
  }
}

function isAt(token: Token, node: PlainNode, flow: string): boolean {
  return token.node === node && token.at === flow;
}

/** Exclusive: the first true one. All others: every one without a condition or with a true one; else the default. */
function choose(token: Token): readonly PlainFlow[] {
  const { node, frame } = token;
  const flows = flowsFrom(token);
  const others = flows.filter(({ id }) => id !== node.otherwise);
  const open = others.filter(({ when }) => when === undefined || isTrue(frame, when, token.locals));
  const taken = node.kind === "exclusive" ? open.slice(0, 1) : open;
  const isMet = taken.some(({ when }) => when !== undefined) || (node.kind === "exclusive" && taken.length > 0);
  const otherwise = flows.find(({ id }) => id === node.otherwise);
  const chosen = isMet || otherwise === undefined ? taken : [...taken, otherwise];
  if (flows.length > 0 && chosen.length === 0) throw new Error(`Expected a way out of ${node.id}`);
  return chosen;
}
