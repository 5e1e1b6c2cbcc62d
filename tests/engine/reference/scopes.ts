/** Scopes: how one begins and is over, and how what was done in it is undone (§13.4.5, §13.5.5). */
import { Catching } from "./catching.ts";
import { boundariesOf, newFrame, startOf } from "./frame.ts";
import type { Frame, Kept, Token } from "./frame.ts";
import type { PlainNode, PlainProcess, Values } from "./plain-process.ts";

export abstract class Scopes extends Catching {
  isOver = false;
  protected readonly process: PlainProcess;

  constructor(process: PlainProcess) {
    super();
    this.process = process;
  }

  protected begin(frame: Frame, brought: Values, start?: PlainNode): void {
    this.armEventSubs(frame);
    const first = start ?? frame.scope.nodes.find(({ kind }) => kind === "start");
    if (first === undefined) throw new Error("Expected a start event");
    this.enter(frame, first, { locals: brought });
  }

  protected armEventSubs(frame: Frame): void {
    for (const eventSub of frame.scope.nodes.filter(({ kind }) => kind === "eventSub")) {
      const start = startOf(eventSub);
      this.await(start, start.event, { frame, eventSub });
    }
  }

  protected openScope(token: Token): void {
    const { node } = token;
    const isCall = node.kind === "call";
    const isEvent = node.kind === "eventSub";
    const scope = isCall ? this.process.called[node.calls ?? ""] : node.inside;
    if (scope === undefined) throw new Error(`Expected something inside ${node.id}`);
    const variables = new Map(isEvent ? [] : Object.entries(token.locals));
    token.inner = newFrame(scope, variables, token, isCall);
    this.begin(token.inner, isEvent ? token.locals : {}, isEvent ? startOf(node) : undefined);
  }

  protected check(frame: Frame): void {
    if (frame.isOver || frame.tokens.size > 0) return;
    frame.isOver = true;
    this.disarm(frame);
    const { host } = frame;
    if (host === undefined) this.isOver = true;
    else this.scopeDone(frame, host);
  }

  protected scopeDone(frame: Frame, host: Token): void {
    this.keepInner(frame, host);
    this.leave(host, Object.fromEntries(frame.variables), {});
  }

  protected keepInner(frame: Frame, host: Token): void {
    const { node } = host;
    const hasHandler = boundariesOf(host).some(({ event }) => event?.kind === "compensate");
    if (hasHandler || host.undoesFor !== undefined || node.kind === "call" || node.kind === "eventSub") return;
    if (frame.kept.length > 0) host.frame.kept.push({ node, frame: host.frame, seen: {}, inner: frame });
  }

  protected throwCompensation(token: Token): void {
    let { frame } = token;
    while (frame.host?.node.kind === "eventSub") frame = frame.host.frame;
    token.undo = frame.kept;
    frame.kept = [];
    this.undoNext(token);
  }

  protected undoNext(token: Token): void {
    const next = token.undo?.pop();
    if (next === undefined) return token.inner === undefined ? this.leave(token, {}, {}) : this.check(token.inner);
    if (next.inner === undefined)
      return void this.enter(next.frame, next.node, { locals: next.seen, undoesFor: token });
    this.undoInner(next, next.inner, token);
  }

  protected undoInner({ node, frame }: Kept, inner: Frame, undoesFor: Token): void {
    const host: Token = { node, frame, locals: {}, isGone: false, undoesFor };
    frame.tokens.add(host);
    const again = newFrame(inner.scope, inner.variables, host, false);
    host.inner = again;
    host.undo = inner.kept.map((kept) => ({ ...kept, frame: again }));
    this.undoNext(host);
  }

  protected leaveTransaction({ frame: { host } }: Token): void {
    const boundary = host && boundariesOf(host).find(({ event }) => event?.kind === "cancel");
    if (host === undefined || boundary === undefined) throw new Error("Expected a cancel boundary");
    this.trigger(host, boundary, {});
  }
}
