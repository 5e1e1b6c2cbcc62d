/** A plan that suggests itself: each element by its id, then by its name, kind and neighbours, with a score that says how sure. */
import type { Bundle } from "../model/bundle.ts";
import type { FlowNode, ProcessDefinition } from "../model/process.ts";
import { own } from "../execute/read-state.ts";
import { isSameKind } from "./kinship.ts";
import type { MigrationPlan, ProcessPlan } from "./plan.ts";

export interface Match {
  readonly processKey: string;
  readonly elementId: string;
  /** Absent: nothing like it; what waits there needs a word in the plan. */
  readonly toElementId?: string;
  readonly by: "id" | "likeness" | "none";
  /** 0 to 1. */
  readonly score: number;
}

export interface Suggestion {
  readonly plan: MigrationPlan;
  readonly matches: readonly Match[];
}

/** How much each likeness counts; together 1. */
const WEIGHTS = { kind: 0.4, name: 0.4, before: 0.1, behind: 0.1 } as const;
/** The same id with another kind: meant, but its work begins anew. */
const OTHER_KIND = 0.5;
/** Below this a likeness is chance: kind alone, or kind and one neighbour. */
const LIKELY = 0.55;

export function suggestPlan(from: Bundle, to: Bundle): Suggestion {
  const processes: Record<string, ProcessPlan> = {};
  const matches: Match[] = [];
  for (const [key, process] of Object.entries(from.processes)) {
    const target = partnerOf(key, process, from, to);
    if (target === undefined) continue;
    const found = matchesOf(process, target);
    matches.push(...found);
    const elements = found.flatMap(({ elementId, toElementId }) =>
      toElementId === undefined || toElementId === elementId ? [] : [[elementId, toElementId] as const],
    );
    if (target.key !== key || elements.length > 0) {
      processes[key] = { to: target.key, elements: Object.fromEntries(elements) };
    }
  }
  return { plan: { from: from.hash, to: to.hash, processes }, matches };
}

function partnerOf(key: string, { name }: ProcessDefinition, from: Bundle, to: Bundle): ProcessDefinition | undefined {
  const same = own(to.processes, key);
  if (same !== undefined) return same;
  if (key === from.root) return own(to.processes, to.root);
  return Object.values(to.processes).find((other) => name !== "" && other.name === name);
}

/** Outer elements first, because what stands inside goes where its scope goes. */
function matchesOf(before: ProcessDefinition, after: ProcessDefinition): readonly Match[] {
  const chosen = new Map<string, Match>();
  const taken = new Set<string>();
  const nodes = Object.values(before.nodes).toSorted((one, other) => depthOf(before, one) - depthOf(before, other));
  const keep = (node: FlowNode, match: Pick<Match, "by" | "score" | "toElementId">): void => {
    chosen.set(node.id, { processKey: before.key, elementId: node.id, ...match });
    if (match.toElementId !== undefined) taken.add(match.toElementId);
  };
  for (const node of nodes) {
    const same = own(after.nodes, node.id);
    if (same !== undefined)
      keep(node, { by: "id", toElementId: same.id, score: isSameKind(node, same) ? 1 : OTHER_KIND });
  }
  for (const node of nodes) {
    if (chosen.has(node.id)) continue;
    const best = likest({ before, after, chosen, taken }, node);
    keep(node, best ?? { by: "none", score: 0 });
  }
  return [...chosen.values()];
}

interface Search {
  readonly before: ProcessDefinition;
  readonly after: ProcessDefinition;
  readonly chosen: ReadonlyMap<string, Match>;
  readonly taken: ReadonlySet<string>;
}

function likest(search: Search, node: FlowNode): Pick<Match, "by" | "score" | "toElementId"> | undefined {
  const { after, chosen, taken } = search;
  const parent = node.parentId === undefined ? undefined : chosen.get(node.parentId)?.toElementId;
  const scored = Object.values(after.nodes)
    .filter((other) => !taken.has(other.id) && other.parentId === parent && isSameKind(node, other))
    .map((other) => ({ by: "likeness" as const, toElementId: other.id, score: likeness(search, node, other) }))
    .toSorted((one, other) => other.score - one.score);
  const [best] = scored;
  return best !== undefined && best.score >= LIKELY ? best : undefined;
}

function likeness({ before, after, chosen }: Search, node: FlowNode, other: FlowNode): number {
  const matched = (id: string): string | undefined => chosen.get(id)?.toElementId;
  const sources = neighbours(before, node.incoming, "sourceId").map(matched);
  const targets = neighbours(before, node.outgoing, "targetId").map(matched);
  const isBefore = neighbours(after, other.incoming, "sourceId").some((id) => sources.includes(id));
  const isBehind = neighbours(after, other.outgoing, "targetId").some((id) => targets.includes(id));
  const score =
    WEIGHTS.kind +
    WEIGHTS.name * sameness(node.name, other.name) +
    (isBefore ? WEIGHTS.before : 0) +
    (isBehind ? WEIGHTS.behind : 0);
  return Math.round(score * 100) / 100;
}

function neighbours(
  process: ProcessDefinition,
  flowIds: readonly string[],
  end: "sourceId" | "targetId",
): readonly string[] {
  return flowIds.flatMap((id) => own(process.flows, id)?.[end] ?? []);
}

function depthOf(process: ProcessDefinition, node: FlowNode): number {
  let depth = 0;
  for (let id = node.parentId; id !== undefined; id = own(process.nodes, id)?.parentId) depth += 1;
  return depth;
}

/** Share of common characters pairs (Dice); nameless elements are like nothing. */
function sameness(one: string, other: string): number {
  if (one === "" || other === "") return 0;
  if (one === other) return 1;
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / Math.max(1, left.size + right.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = Array.from(text);
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}
