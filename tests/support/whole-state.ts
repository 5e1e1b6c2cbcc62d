/** The law that nothing in a state hangs in the air. */
import assert from "node:assert/strict";
import { timersOf, tokensOf } from "../../engine/index.ts";
import type { InstanceState } from "../../engine/index.ts";

/** Nothing hangs in the air: all that waits belongs to a token, every scope to its host. */
export function checkWhole(state: InstanceState): void {
  const tokens = new Set(tokensOf(state).map((token) => token.id));
  for (const collection of [state.tasks, state.jobs, state.budgets, state.incidents, state.requests]) {
    for (const entry of Object.values(collection ?? {})) assert.ok(tokens.has(entry.tokenId));
  }
  for (const collection of [state.subscriptions, state.signals, state.conditions, state.gatherings]) {
    for (const entry of Object.values(collection ?? {})) {
      assert.ok(entry.tokenId === undefined ? state.scopes[entry.scopeId] : tokens.has(entry.tokenId));
    }
  }
  const kept = Object.values(state.compensations ?? {});
  for (const { scopeId } of kept) assert.ok(state.scopes[scopeId] ?? kept.some(({ inner }) => inner === scopeId));
  for (const key of Object.keys(state.outputs ?? {})) assert.ok(state.scopes[key.slice(0, key.indexOf("."))]?.loop);
  for (const [id, scope] of Object.entries(state.scopes)) {
    assert.ok(id === "s1" || tokens.has(scope.hostToken ?? ""));
  }
  for (const token of tokensOf(state)) assert.ok(state.scopes[token.scopeId] !== undefined);
  for (const timer of timersOf(state)) {
    const isSupervision = timer.kind === "supervision";
    assert.ok(isSupervision || (timer.tokenId === undefined ? state.scopes[timer.scopeId] : tokens.has(timer.tokenId)));
    assert.ok(timer.budgetId === undefined || state.budgets?.[timer.budgetId] !== undefined);
  }
  for (const request of Object.values(state.requests ?? {})) assert.ok(state.budgets?.[request.budgetId] !== undefined);
  const signings = Object.values(state.tasks ?? {}).flatMap((task) => (task.signing === undefined ? [] : [task]));
  for (const { signing, tokenId } of signings) {
    assert.ok(
      state.tasks?.[signing?.taskId ?? ""] ?? state.tokens?.[tokenId]?.held,
      "a signature counts for something",
    );
  }
}
