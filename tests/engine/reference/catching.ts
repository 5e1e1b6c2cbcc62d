/** Events that come (§10.5): to the token that waits, to an activity through its boundary, to an event sub-process. */
import { boundariesOf, isInstance, isTrue, startOf } from "./frame.ts";
import type { Frame, Token, Wait } from "./frame.ts";
import type { PlainNode, Values } from "./plain-process.ts";
import { Tokens } from "./tokens.ts";

export abstract class Catching extends Tokens {
  protected deliver(wait: Wait, values: Values): void {
    const staysOpen = wait.node.isInterrupting === false && wait.kind !== "timer";
    if (!staysOpen) this.close(wait);
    const { token, frame, eventSub, node } = wait;
    if (eventSub !== undefined) return this.startEventSub(frame, eventSub, values);
    if (token === undefined) throw new Error("Expected a token that waits");
    if (node.kind === "boundary") return this.trigger(token, node, values);
    if (token.node.kind !== "eventBased") return this.leave(token, values, values);
    this.done(token);
    const chosen: Token = { node, frame, locals: {}, isGone: false };
    frame.tokens.add(chosen);
    this.leave(chosen, values, values);
  }

  protected trigger(host: Token, boundary: PlainNode, values: Values): void {
    if (boundary.isInterrupting !== false) this.kill(host);
    this.enter(host.frame, boundary, { locals: values });
  }

  protected startEventSub(frame: Frame, eventSub: PlainNode, values: Values): void {
    if (startOf(eventSub).isInterrupting !== false) {
      this.disarm(frame);
      for (const token of frame.tokens) this.kill(token);
    }
    this.enter(frame, eventSub, { locals: values });
  }

  protected broadcast(name: string, values: Values): void {
    for (const wait of this.waits.filter((other) => other.kind === "signal" && other.name === name))
      if (this.waits.includes(wait)) this.deliver(wait, values);
  }

  protected conditionsCame(): boolean {
    let came = false;
    for (const wait of this.waits.filter(({ kind }) => kind === "condition")) {
      const isNow = wait.test !== undefined && isTrue(wait.frame, wait.test, wait.token?.locals ?? {});
      const wasMet = wait.isMet;
      wait.isMet = isNow;
      if (!isNow || wasMet || !this.waits.includes(wait)) continue;
      came = true;
      this.deliver(wait, {});
    }
    return came;
  }

  /** Outward: first what hangs on the activity, then the event sub-processes beside it. Out: whether it was caught. */
  protected thrown(thrower: Token, kind: "error" | "escalation", code: string): boolean {
    const isFor = ({ event }: PlainNode): boolean => event?.kind === kind && event.name === code;
    for (let at: Token | undefined = thrower; at !== undefined; at = at.frame.host) {
      const boundary = boundariesOf(at).find(isFor);
      if (boundary !== undefined) return (this.trigger(at, boundary, {}), true);
      const { frame, node } = at;
      const isInterrupted = [...frame.tokens].some(
        (other) => other.node.kind === "eventSub" && startOf(other.node).isInterrupting !== false,
      );
      const subs = isInstance(at) || isInterrupted ? [] : frame.scope.nodes.filter((sub) => sub.kind === "eventSub");
      const eventSub = subs.find((sub) => sub !== node && isFor(startOf(sub)));
      if (eventSub !== undefined) return (this.startEventSub(frame, eventSub, {}), true);
    }
    return false;
  }
}
