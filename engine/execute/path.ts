/**
 * The path that a token came by, for 退回: the activities completed before it, `<element>@<token>`, each element once
 * (a loop begins its part of the path again, so the path never grows beyond the diagram).
 */
import type { InstanceState, Token } from "../model/state.ts";
import { hostOf, scopeAt } from "./read-state.ts";

const NO_PATH: readonly string[] = [];

/** A stop of a path with the token that carries it, innermost scope first when listed. */
export interface Stop {
  readonly entry: string;
  readonly elementId: string;
  readonly before: readonly string[];
  /** The token on this path whose scope holds the stop: the task's own, or the host of a scope around it. */
  readonly carrier: Token;
}

/** The path behind an activity that completes now. */
export function pathThrough(state: InstanceState, token: Token): readonly string[] {
  const path = token.cameFrom ?? NO_PATH;
  const outer = hostOf(state, scopeAt(state, token.scopeId))?.cameFrom?.length ?? 0;
  const again = path.findIndex((entry, at) => at >= outer && elementOf(entry) === token.elementId);
  return [...(again === -1 ? path : path.slice(0, again)), entryOf(token.elementId, { tokenId: token.id })];
}

/** How a completed activity is written in a path. */
export function entryOf(elementId: string, { tokenId }: { readonly tokenId: string }): string {
  return `${elementId}@${tokenId}`;
}

/** Behind a join only what all branches share: going back past a join redoes all of them. */
export function sharedPath(tokens: readonly Token[]): readonly string[] {
  const [first, ...others] = tokens.map((token) => token.cameFrom ?? NO_PATH);
  return (first ?? NO_PATH).filter((entry) => others.every((path) => path.includes(entry)));
}

/** The stops behind a token, the latest first, through the scopes around it. */
export function stopsBehind(state: InstanceState, token: Token): readonly Stop[] {
  const path = token.cameFrom ?? NO_PATH;
  const host = hostOf(state, scopeAt(state, token.scopeId));
  const outer = host?.cameFrom?.length ?? 0;
  const inner = path.slice(outer).map((entry, at) => ({
    entry,
    elementId: elementOf(entry),
    before: path.slice(0, outer + at),
    carrier: token,
  }));
  return [...inner.reverse(), ...(host === undefined ? [] : stopsBehind(state, host))];
}

function elementOf(entry: string): string {
  return entry.slice(0, entry.indexOf("@"));
}
