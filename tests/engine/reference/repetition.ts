/** Activities that repeat (§13.3.6, §13.3.7): instances stand in a frame of their own, in the activity's token. */
import { boundariesOf, isTrue, newFrame, read } from "./frame.ts";
import type { Frame, Token, Turns } from "./frame.ts";
import { Scopes } from "./scopes.ts";

const INSTANT: ReadonlySet<string> = new Set(["task", "manual", "script", "rule"]);

export abstract class Repetition extends Scopes {
  protected armBoundaries(token: Token): void {
    if (INSTANT.has(token.node.kind)) return;
    for (const boundary of boundariesOf(token)) this.await(boundary, boundary.event, { frame: token.frame, token });
  }

  protected beginLoop(host: Token): void {
    const { node, frame } = host;
    const { loop } = node;
    if (loop === undefined) throw new Error("Expected a loop");
    this.armBoundaries(host);
    const times = loop.kind === "multi" ? loop.times : Infinity;
    const list = typeof times === "string" ? read(frame, times, host.locals) : times;
    const total = typeof list === "number" ? list : list === null ? 0 : list.length;
    const isNone = total === 0 || (loop.kind === "standard" && loop.testBefore && !goesOn(host, loop, 0));
    const into = loop.kind === "multi" ? loop.into : undefined;
    if (isNone) return this.leave(host, {}, into === undefined ? {} : { [into]: [] });
    const outputs = loop.kind === "multi" ? Array.from({ length: total }, () => null) : [];
    const turns: Turns = { loop, total, started: 0, done: 0, outputs };
    host.inner = newFrame(frame.scope, new Map(), host, false, turns);
    const atOnce = loop.kind === "multi" && !loop.isSequential ? total : 1;
    for (let at = 0; at < atOnce; at += 1) this.startInstance(host.inner, host, turns);
  }

  protected startInstance(inner: Frame, host: Token, turns: Turns): void {
    turns.started += 1;
    this.enter(inner, host.node, { locals: { ...host.locals, loopCounter: turns.started } });
  }

  protected turn(token: Token): void {
    const { frame } = token;
    const { turns, host } = frame;
    if (turns === undefined || host === undefined) throw new Error("Expected a loop");
    const { loop } = turns;
    this.done(token);
    turns.done += 1;
    if (loop.kind === "multi")
      turns.outputs[Number(token.locals["loopCounter"]) - 1] = token.locals["loopCounter"] ?? null;
    const isEnough =
      loop.kind === "multi"
        ? turns.done === turns.total || turns.done >= (loop.enough ?? Infinity)
        : !goesOn(host, loop, turns.done);
    if (isEnough) return this.endLoop(frame, host, turns);
    if (loop.kind === "standard" || (loop.isSequential && turns.started < turns.total))
      this.startInstance(frame, host, turns);
  }

  protected endLoop(frame: Frame, host: Token, { loop, outputs }: Turns): void {
    for (const other of frame.tokens) this.kill(other);
    this.endFrame(frame);
    this.keepInner(frame, host);
    this.leave(host, {}, loop.kind === "multi" && loop.into !== undefined ? { [loop.into]: outputs } : {});
  }
}

function goesOn(host: Token, loop: Turns["loop"], done: number): boolean {
  if (loop.kind !== "standard" || done >= loop.maximum) return false;
  return loop.again === undefined || isTrue(host.frame, loop.again, host.locals);
}
