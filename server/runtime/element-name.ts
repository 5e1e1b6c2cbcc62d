/** Names of flow nodes as the diagrams show them. */
import type { Bundle } from "../../engine/model/bundle.ts";

/** Out: the node's name in whatever process of the bundle has it; its id when it has none. */
export function elementName(bundle: Bundle, elementId: string): string {
  for (const process of Object.values(bundle.processes)) {
    const node = Object.hasOwn(process.nodes, elementId) ? process.nodes[elementId] : undefined;
    if (node !== undefined) return node.name === "" ? elementId : node.name;
  }
  return elementId;
}
