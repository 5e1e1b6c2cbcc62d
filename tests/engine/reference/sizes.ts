/** How many lives the proofs lead, and leading them: small in every `npm test`, full in `npm run soak` (decided.md 23). */
import assert from "node:assert/strict";
import { asJson, inMemory, live, named, prepare } from "./run-both.ts";
import type { Keep } from "./run-both.ts";

interface Lives {
  readonly lives: number;
  readonly over: number;
}

/** R8 and R9: each life once in memory and once through JSON after each step; both byte by byte the same. */
export async function leadLives(seeds: readonly number[], paths: number): Promise<Lives> {
  let over = 0;
  for (const seed of seeds) {
    const prepared = await named(seed, 0, () => prepare(seed));
    for (let path = 0; path < paths; path += 1) {
      over += await named(seed, path, async () => {
        const life = await live(prepared, path, inMemory);
        const resumed = await live(prepared, path, asJson);
        assert.deepEqual(resumed.states, life.states, "stopped and resumed after each step");
        return life.isOver ? 1 : 0;
      });
    }
  }
  return { lives: seeds.length * paths, over };
}

/** One life each, kept in a store between the steps. */
export async function leadKept(seeds: readonly number[], keepOf: (seed: number) => Promise<Keep>): Promise<void> {
  for (const seed of seeds) {
    const prepared = await prepare(seed);
    const keep = await keepOf(seed);
    await named(seed, 0, async () => {
      const life = await live(prepared, 0, inMemory);
      const kept = await live(prepared, 0, keep);
      assert.deepEqual(kept.states, life.states);
    });
  }
}

export const seedsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => first + at);
