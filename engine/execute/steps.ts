/**
 * Steps that may still be withdrawn (撤回): of each scope the last completion of each task by a person, until a person
 * completes something behind it, or a join makes it part of others' work. Kept in the scope, so they end with it and
 * never grow beyond the diagram.
 */
import type { Step } from "../model/office.ts";
import type { Draft } from "./draft.ts";
import { entryOf } from "./path.ts";
import { ROOT_SCOPE } from "./read-state.ts";

interface Completion {
  readonly tokenId: string;
  readonly elementId: string;
  readonly scopeId: string;
}

/** A person has completed a task: his step can be withdrawn from now on, those on the way to it no longer. */
export function keepStep(draft: Draft, { tokenId, elementId, scopeId }: Completion, by: string): void {
  settle(draft, scopeId, draft.state.tokens?.[tokenId]?.cameFrom ?? []);
  const scope = draft.state.scopes[scopeId];
  // One vote of many is not taken back: what it has brought is counted already.
  if (scope === undefined || scope.loop !== undefined) return;
  draft.put("scopes", scopeId, { ...scope, steps: { ...scope.steps, [elementId]: { tokenId, by } } });
}

/** Behind a join only what all branches share can be undone by one person. */
export function settleJoined(draft: Draft, scopeId: string, tokenIds: readonly string[]): void {
  if (!hasSteps(draft, scopeId)) return;
  const paths = tokenIds.map((id) => draft.state.tokens?.[id]?.cameFrom ?? []);
  const own = paths.flat().filter((entry) => !paths.every((path) => path.includes(entry)));
  if (own.length > 0) settle(draft, scopeId, own);
}

function hasSteps(draft: Draft, scopeId: string): boolean {
  return draft.state.scopes[scopeId]?.steps !== undefined;
}

/** Through the scopes around, because a path goes on into them. */
function settle(draft: Draft, from: string, path: readonly string[]): void {
  for (let id: string | undefined = from; id !== undefined && path.length > 0;) {
    const scope: Draft["state"]["scopes"][string] | undefined = draft.state.scopes[id];
    if (scope?.steps !== undefined) {
      const kept = Object.entries(scope.steps).filter(([elementId, step]) => !path.includes(entryOf(elementId, step)));
      if (kept.length < Object.keys(scope.steps).length) putSteps(draft, id, kept);
    }
    id = id === ROOT_SCOPE ? undefined : scope?.parent;
  }
}

function putSteps(draft: Draft, scopeId: string, kept: readonly (readonly [string, Step])[]): void {
  const stored = draft.state.scopes[scopeId];
  if (stored === undefined) return;
  const { steps: _, ...scope } = stored;
  draft.put("scopes", scopeId, kept.length === 0 ? scope : { ...scope, steps: Object.fromEntries(kept) });
}
