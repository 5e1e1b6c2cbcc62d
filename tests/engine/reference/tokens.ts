/** Tokens and what waits: how one enters, is done, is ended; what it begins to wait for. */
import type { Frame, Token, Wait } from "./frame.ts";
import { ACTIVITIES } from "./plain-process.ts";
import type { PlainEvent, PlainNode, Values } from "./plain-process.ts";

type Who = Pick<Wait, "frame"> & Partial<Pick<Wait, "token" | "eventSub">>;

export abstract class Tokens {
  /** What completed (`done`) and which activities were ended from outside (`killed`). */
  log: string[] = [];
  waits: Wait[] = [];
  protected readonly todo: (() => void)[] = [];

  /** A token is where it was sent to. */
  protected abstract arrive(token: Token, via: string | undefined): void;
  /** What it did here is done; `visible` to its outputs, `rising` without outputs. */
  protected abstract leave(token: Token, visible: Values, rising: Values): void;

  protected enter(
    frame: Frame,
    node: PlainNode,
    more: Partial<Pick<Token, "locals" | "undoesFor">> = {},
    via?: string,
  ) {
    const token: Token = { node, frame, locals: {}, isGone: false, ...more };
    frame.tokens.add(token);
    this.todo.push(() => token.isGone || this.arrive(token, via));
    return token;
  }

  protected kill(token: Token): void {
    if (token.isGone) return;
    for (const inner of token.inner?.tokens ?? []) this.kill(inner);
    if (token.inner !== undefined) this.endFrame(token.inner);
    this.remove(token);
    if (ACTIVITIES.has(token.node.kind)) this.log.push(`killed ${token.node.id}`);
  }

  protected endFrame(frame: Frame): void {
    frame.isOver = true;
    this.waits = this.waits.filter((wait) => wait.frame !== frame);
  }

  /** What the event sub-processes of a frame wait for. */
  protected disarm(frame: Frame): void {
    this.waits = this.waits.filter((wait) => wait.frame !== frame || wait.token !== undefined);
  }

  protected remove(token: Token): void {
    token.isGone = true;
    token.frame.tokens.delete(token);
    this.waits = this.waits.filter((wait) => wait.token !== token);
  }

  protected done(token: Token): void {
    this.remove(token);
    this.log.push(`done ${token.node.id}`);
  }

  protected wait(wait: Wait): void {
    this.waits.push(wait);
  }

  protected await(node: PlainNode, event: PlainEvent | undefined, who: Who) {
    const found = event ?? node.event;
    const wait = { node, name: "", isMet: false, ...who };
    if (found?.kind === "timer") this.wait({ ...wait, kind: "timer" });
    if (found?.kind === "message" || found?.kind === "signal")
      this.wait({ ...wait, kind: found.kind, name: found.name });
    if (found?.kind === "conditional") this.wait({ ...wait, kind: "condition", test: found.test });
  }

  protected close(wait: Wait): void {
    this.waits = this.waits.filter((other) => other !== wait);
  }
}
