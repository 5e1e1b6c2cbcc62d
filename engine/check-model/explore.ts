/**
 * Every situation that a scope can come into, up to a bound that is counted and told. In each situation one node moves, in
 * all of its ways: no two nodes take from one place, so the order in which nodes move hides no end and nothing stuck
 * (a stubborn set of a free-choice net). Joins that ask what can still come move when nothing else can, as in the engine.
 */
import { keyOf, markingOf, put, take } from "./marking.ts";
import type { Marking } from "./marking.ts";
import type { NetNode } from "./net-node.ts";
import type { Net } from "./net.ts";
import { upstreamOf } from "./upstream.ts";

export interface Situation {
  readonly marking: Marking;
  /** How it came about first: the situation before, and the node that moved. */
  readonly from?: { readonly situation: Situation; readonly node: NetNode };
  /** Found while the search went on: what can come next, and the node that moves then. */
  readonly next: Situation[];
  mover?: NetNode;
}

export interface Exploration {
  /** In the order in which they were found: the first is the nearest to the beginning. */
  readonly situations: readonly Situation[];
  readonly moved: ReadonlySet<string>;
  /** Tokens stand, and nothing can move. */
  readonly stuck: readonly Situation[];
  /** False: the bound was reached, or a node has more ways than were tried. */
  readonly isComplete: boolean;
}

export function explore(net: Net, begin: readonly string[], most: number): Exploration {
  const first: Situation = { marking: markingOf(begin), next: [] };
  const known = new Map([[keyOf(first.marking), first]]);
  const moved = new Set<string>();
  const stuck: Situation[] = [];
  const canCome = upstreamOf(net);
  let isPartial = false;
  // The map grows while it is walked.
  for (const situation of known.values()) {
    const node = nextToMove(net, situation.marking, canCome);
    if (node === undefined) {
      if (situation.marking.size > 0) stuck.push(situation);
      continue;
    }
    situation.mover = node;
    for (const id of node.ways.ends ? endingIn(net, situation.marking) : [node.id]) moved.add(id);
    isPartial ||= node.ways.isPartial;
    for (const marking of movesOf(node, situation.marking)) {
      const key = keyOf(marking);
      const found: Situation = known.get(key) ?? { marking, from: { situation, node }, next: [] };
      situation.next.push(found);
      if (known.has(key)) continue;
      if (known.size >= most) return { situations: [...known.values()], moved, stuck, isComplete: false };
      known.set(key, found);
    }
  }
  return { situations: [...known.values()], moved, stuck, isComplete: !isPartial };
}

type CanCome = ReturnType<typeof upstreamOf>;

function nextToMove(net: Net, marking: Marking, canCome: CanCome): NetNode | undefined {
  const near = [...new Set([...marking.keys()].flatMap((place) => net.takerOf.get(place) ?? []))];
  const inOrder = near.toSorted((one, other) => (net.rank.get(one.id) ?? 0) - (net.rank.get(other.id) ?? 0));
  const ready = inOrder.filter((node) => node.joining !== "inclusive" && isReady(node, marking));
  // What ends the whole scope comes last: whatever else can happen may have happened before.
  return (
    ready.find(({ ways }) => !ways.ends) ??
    inOrder.find((node) => node.joining === "inclusive" && !canCome(node, marking)) ??
    ready[0]
  );
}

/** Any of them may come first, and then no other does. */
function endingIn(net: Net, marking: Marking): readonly string[] {
  const takers = [...marking.keys()].flatMap((place) => net.takerOf.get(place) ?? []);
  return takers.filter(({ ways }) => ways.ends).map(({ id }) => id);
}

function isReady(node: NetNode, marking: Marking): boolean {
  return node.joining === "all" ? node.inputs.every((place) => marking.has(place)) : true;
}

function movesOf(node: NetNode, marking: Marking): readonly Marking[] {
  if (node.ways.ends) return [new Map()];
  const arrived = node.inputs.filter((place) => marking.has(place));
  const left = take(marking, node.joining === "any" ? arrived.slice(0, 1) : arrived);
  return node.ways.choices.map((places) => put(left, places));
}
