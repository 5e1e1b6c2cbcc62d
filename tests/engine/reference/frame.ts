/** What stands in a running process of the reference interpreter: frames (scopes), tokens in them, and what waits. */
import type { PlainFlow, PlainLoop, PlainNode, PlainScope, Test, Value, Values } from "./plain-process.ts";

export interface Frame {
  /** Nodes and flows that run in it; those around a loop are the host's. */
  readonly scope: PlainScope;
  readonly variables: Map<string, Value>;
  /** Token whose activity this is; absent for the process itself. */
  readonly host?: Token;
  /** A called process sees nothing around it. */
  readonly isProcess: boolean;
  readonly tokens: Set<Token>;
  /** Completed work that can be undone, oldest first. */
  kept: Kept[];
  readonly turns?: Turns;
  isOver: boolean;
}

export interface Turns {
  readonly loop: PlainLoop;
  readonly total: number;
  started: number;
  done: number;
  readonly outputs: Value[];
}

export interface Token {
  readonly node: PlainNode;
  readonly frame: Frame;
  locals: Values;
  /** Flow by which it waits at a join. */
  at?: string;
  inner?: Frame;
  /** It undoes work for this token. */
  readonly undoesFor?: Token;
  /** What it still has to undo, the last one first. */
  undo?: Kept[];
  isGone: boolean;
}

export interface Kept {
  readonly node: PlainNode;
  readonly frame: Frame;
  readonly seen: Values;
  readonly inner?: Frame;
}

export interface Wait {
  readonly kind: "task" | "job" | "timer" | "message" | "signal" | "condition";
  /** Element that has the event. */
  readonly node: PlainNode;
  /** Message or signal. */
  readonly name: string;
  readonly test?: Test;
  readonly frame: Frame;
  /** Absent: an event sub-process of the frame waits. */
  readonly token?: Token;
  readonly eventSub?: PlainNode;
  isMet: boolean;
}

export const isInstance = (token: Token): boolean => token.frame.turns !== undefined;

/** Nearest value of a name: what an event brought, the token's own, then outward up to the process. */
export function read(frame: Frame, name: string, ...near: readonly Values[]): Value {
  for (const values of near) if (Object.hasOwn(values, name)) return values[name] ?? null;
  for (let at: Frame | undefined = frame; at !== undefined; at = at.isProcess ? undefined : at.host?.frame) {
    if (at.variables.has(name)) return at.variables.get(name) ?? null;
  }
  return null;
}

export function isTrue(frame: Frame, { name, is, value }: Test, ...near: readonly Values[]): boolean {
  const found = read(frame, name, ...near);
  return typeof found === "number" && (is === "=" ? found === value : found > value);
}

/** To the nearest scope that has the name, else to the process. */
export function raise(frame: Frame, values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    let home = frame;
    while (!home.isProcess && !home.variables.has(name) && home.host !== undefined) home = home.host.frame;
    home.variables.set(name, value);
  }
}

export function seenFrom(frame: Frame): Values {
  const outer = frame.isProcess || frame.host === undefined ? {} : seenFrom(frame.host.frame);
  return { ...outer, ...Object.fromEntries(frame.variables) };
}

/** Nodes to which a token can still go in its own frame: along flows, out of boundaries, over links. */
export function flowsAhead({ nodes, flows }: PlainScope, from: string, join: string): ReadonlySet<string> {
  const ahead = new Set<string>();
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === join) continue;
    for (const flow of flows.filter(({ from: source }) => source === id)) {
      seen.add(flow.to);
      if (flow.to === join) ahead.add(flow.id);
    }
    for (const node of nodes) if (node.on === id) seen.add(node.id);
    for (const target of linkTargets(nodes, id)) seen.add(target);
  }
  return ahead;
}

export function linkTargets(nodes: readonly PlainNode[], id: string): readonly string[] {
  const event = nodes.find((node) => node.id === id && node.kind === "throw")?.event;
  if (event?.kind !== "link") return [];
  return nodes
    .filter(({ kind, event: other }) => kind === "catch" && other?.kind === "link" && other.name === event.name)
    .map((node) => node.id);
}

export function newFrame(
  scope: PlainScope,
  variables: Map<string, Value>,
  host: Token | undefined,
  isProcess: boolean,
  turns?: Turns,
): Frame {
  const frame = { scope, variables, isProcess, tokens: new Set<Token>(), kept: [], isOver: false };
  return { ...frame, ...(host === undefined ? {} : { host }), ...(turns === undefined ? {} : { turns }) };
}

export function nodeOf({ nodes }: PlainScope, id: string): PlainNode {
  const found = nodes.find((node) => node.id === id);
  if (found === undefined) throw new Error(`Expected a node ${id}`);
  return found;
}

export function startOf(eventSub: PlainNode): PlainNode {
  const start = eventSub.inside?.nodes.find(({ kind }) => kind === "start");
  if (start === undefined) throw new Error(`Expected a start event in ${eventSub.id}`);
  return start;
}

/** They hang on the whole activity, not on each of its instances. */
export function boundariesOf(token: Token): readonly PlainNode[] {
  return isInstance(token) ? [] : token.frame.scope.nodes.filter(({ on }) => on === token.node.id);
}

export function flowsFrom({ node, frame }: Token): readonly PlainFlow[] {
  return frame.scope.flows.filter(({ from }) => from === node.id);
}
