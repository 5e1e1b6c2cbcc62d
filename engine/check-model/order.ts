/** Nodes in the order of the flow: what lies before a merge moves first, so that tokens that can meet do meet. */
import type { NetNode } from "./net-node.ts";

/** In: the nodes of a net. Out: their ranks; a way back does not count. */
export function inOrder(nodes: ReadonlyMap<string, NetNode>): ReadonlyMap<string, number> {
  const takers = new Map([...nodes.values()].flatMap((node) => node.inputs.map((place) => [place, node.id])));
  const done: string[] = [];
  const seen = new Set<string>();
  for (const begin of nodes.keys()) walk(begin);
  return new Map(done.toReversed().map((id, at) => [id, at]));

  /** Depth first without recursion, which a model of thousands of nodes in a row would exhaust. */
  function walk(begin: string): void {
    const stack = [{ id: begin, next: followers(begin) }];
    if (seen.has(begin)) return;
    seen.add(begin);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const id = top.next.pop();
      if (id === undefined) {
        done.push(top.id);
        stack.pop();
      } else if (!seen.has(id)) {
        seen.add(id);
        stack.push({ id, next: followers(id) });
      }
    }
  }

  function followers(id: string): string[] {
    return (nodes.get(id)?.ways.choices ?? []).flat().flatMap((place) => takers.get(place) ?? []);
  }
}
