/** What lies before a place: whether a token can still come to an inclusive join (BPMN 2.0 §13.4.3), as `execute/reach.ts` asks it. */
import type { Marking } from "./marking.ts";
import type { NetNode } from "./net-node.ts";
import type { Net } from "./net.ts";

/** By place, the ways into the join that can be reached from there without passing the join. */
type Reach = ReadonlyMap<string, ReadonlySet<string>>;

export function upstreamOf(net: Net): (join: NetNode, marking: Marking) => boolean {
  const givers = giversOf(net);
  const reaches = new Map<NetNode, Reach>();
  return (join, marking) => {
    const reach = reaches.get(join) ?? reachTo(join, givers);
    reaches.set(join, reach);
    const arrived = join.inputs.filter((place) => marking.has(place));
    return [...marking.keys()].some((place) => {
      if (join.inputs.includes(place)) return false;
      const ways = reach.get(place);
      return ways !== undefined && !arrived.some((way) => ways.has(way));
    });
  };
}

export function giversOf(net: Net): ReadonlyMap<string, readonly NetNode[]> {
  const givers = new Map<string, NetNode[]>();
  for (const node of net.nodes.values()) {
    for (const place of new Set(node.ways.choices.flat())) givers.set(place, [...(givers.get(place) ?? []), node]);
  }
  return givers;
}

function reachTo(join: NetNode, givers: ReadonlyMap<string, readonly NetNode[]>): Reach {
  const reach = new Map<string, Set<string>>();
  for (const way of join.inputs) {
    // A set grows while it is walked.
    const places = new Set([way]);
    for (const place of places) {
      reach.set(place, (reach.get(place) ?? new Set<string>()).add(way));
      for (const giver of givers.get(place) ?? []) {
        if (giver !== join) for (const before of giver.inputs) places.add(before);
      }
    }
  }
  return reach;
}
