/** What can go wrong with the tokens of one scope: stuck joins, doubled work, loops without a way out, ends never reached. */
import type { ProcessDefinition, ScopeDefinition } from "../model/process.ts";
import { explore } from "./explore.ts";
import type { Exploration, Situation } from "./explore.ts";
import { findingAt, titleIn } from "./finding.ts";
import type { Finding } from "./finding.ts";
import { doubledIn } from "./marking.ts";
import { netOf } from "./net.ts";
import { giversOf } from "./upstream.ts";
import type { NetNode } from "./net-node.ts";
import type { Net } from "./net.ts";

/** In: how many situations to look at for each way to begin. */
export function checkScope(process: ProcessDefinition, scope: ScopeDefinition, most: number): readonly Finding[] {
  const net = netOf(process, scope);
  const explored = net.begins.map((begin) => explore(net, begin, most));
  const situations = explored.flatMap((each) => each.situations);
  const stuck = explored.flatMap((each) => each.stuck);
  const isComplete = explored.every((each) => each.isComplete);
  const moved = new Set(explored.flatMap((each) => [...each.moved]));
  const endless = isComplete ? explored.flatMap((each) => endlessIn(process, net, each)) : [];
  return [
    ...stuckIn(process, net, stuck, isComplete ? moved : undefined),
    ...doubledWork(process, situations),
    ...endless,
    // Behind a loop that never ends, nothing is ever reached: said once, at the loop.
    ...(isComplete && endless.length === 0 ? unreached(process, scope, moved) : []),
    ...(isComplete ? [] : [bounded(process, scope, situations.length)]),
  ];
}

/** Each join once, with the first situation in which it waits in vain. */
function stuckIn(
  process: ProcessDefinition,
  net: Net,
  stuck: readonly Situation[],
  moved: ReadonlySet<string> | undefined,
): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const situation of stuck) {
    for (const place of situation.marking.keys()) {
      const join = net.takerOf.get(place);
      if (join === undefined || found.has(join.id)) continue;
      found.set(join.id, waitsInVain(process, join, situation, moved !== undefined && !moved.has(join.id)));
    }
  }
  return [...found.values()];
}

function waitsInVain(process: ProcessDefinition, join: NetNode, situation: Situation, isNever: boolean): Finding {
  const missing = join.inputs.filter((place) => !situation.marking.has(place));
  const names = missing.map((flow) => titleIn(process, process.flows[flow]?.sourceId ?? flow));
  const way = wayTo(situation);
  return isNever
    ? findingAt(process, join.id, {
        code: "FLOW_JOIN_NEVER",
        zh: `永远无法汇合：来自“${names.join("”“")}”的分支不会同时到达`,
        en: `can never join: the branches from "${names.join('", "')}" do not come together`,
        way,
      })
    : findingAt(process, join.id, {
        code: "FLOW_JOIN_STUCK",
        zh: `可能一直等待：来自“${names.join("”“")}”的分支可能不会到达`,
        en: `may wait for ever: the branch from "${names.join('", "')}" may not come`,
        way,
      });
}

/** Two tokens on one flow behind a node that passes each on: what follows is done twice. */
function doubledWork(process: ProcessDefinition, situations: readonly Situation[]): readonly Finding[] {
  const doubled = new Set<string>();
  const found = new Map<string, Finding>();
  for (const situation of situations) {
    const { from } = situation;
    if (from === undefined) continue;
    const places = doubledIn(situation.marking, from.situation.marking);
    if (places.length === 0) continue;
    const { node } = from;
    const isFirst = !node.inputs.some((place) => doubled.has(place) || (from.situation.marking.get(place) ?? 0) > 1);
    for (const place of places) doubled.add(place);
    if (isFirst && node.joining === "any" && node.inputs.length > 1 && !found.has(node.id))
      found.set(node.id, twice(process, node, situation));
  }
  return [...found.values()];
}

function twice(process: ProcessDefinition, node: NetNode, situation: Situation): Finding {
  return findingAt(process, node.id, {
    code: "FLOW_WORK_DOUBLED",
    zh: "不等待并行分支汇合，之后的工作会重复进行",
    en: "does not wait for the parallel branches: what follows is done more than once",
    way: wayTo(situation),
  });
}

/** Situations from which neither an end nor a standstill can be reached. */
function endlessIn(process: ProcessDefinition, net: Net, { situations }: Exploration): readonly Finding[] {
  const ending = endingOf(situations, net);
  const caught = situations.find((situation) => !ending.has(situation));
  const round = caught === undefined ? undefined : roundFrom(caught, situations.length);
  if (round?.mover === undefined) return [];
  return [
    findingAt(process, round.mover.id, {
      code: "FLOW_LOOP_ENDLESS",
      zh: "处于没有出口的循环中，永远不会结束",
      en: "is in a loop without a way out and never comes to an end",
      way: wayTo(round),
    }),
  ];
}

/** Where nothing comes next, where a token is on its way to end the whole scope, and all from which such can be reached. */
function endingOf(situations: readonly Situation[], net: Net): ReadonlySet<Situation> {
  const last = beforeTheEnd(net);
  const isOver = ({ next, marking }: Situation): boolean =>
    next.length === 0 || [...marking.keys()].some((place) => last.has(place));
  const before = new Map<Situation, Situation[]>();
  for (const situation of situations) {
    for (const next of situation.next) {
      const sources = before.get(next);
      if (sources === undefined) before.set(next, [situation]);
      else sources.push(situation);
    }
  }
  // A set grows while it is walked.
  const ending = new Set(situations.filter(isOver));
  for (const situation of ending) for (const source of before.get(situation) ?? []) ending.add(source);
  return ending;
}

/** Places from which a way leads to what ends the whole scope. */
function beforeTheEnd(net: Net): ReadonlySet<string> {
  const givers = giversOf(net);
  // A set grows while it is walked.
  const places = new Set([...net.nodes.values()].filter(({ ways }) => ways.ends).flatMap(({ inputs }) => inputs));
  for (const place of places) {
    for (const giver of givers.get(place) ?? []) for (const before of giver.inputs) places.add(before);
  }
  return places;
}

/** Walking on for as many steps as there are situations, one has come round. */
function roundFrom(caught: Situation, steps: number): Situation {
  let at = caught;
  for (let step = 0; step < steps; step += 1) at = at.next[0] ?? at;
  return at;
}

function unreached(process: ProcessDefinition, scope: ScopeDefinition, moved: ReadonlySet<string>): readonly Finding[] {
  const ends = scope.nodeIds.filter((id) => process.nodes[id]?.kind === "endEvent" && !moved.has(id));
  return ends.map((id) =>
    findingAt(process, id, { code: "FLOW_END_UNREACHED", zh: "永远不会到达", en: "is never reached" }),
  );
}

function bounded(process: ProcessDefinition, scope: ScopeDefinition, count: number): Finding {
  const parent = scope.nodeIds.flatMap((id) => process.nodes[id]?.parentId ?? [])[0] ?? process.key;
  return findingAt(process, parent, {
    code: "FLOW_CHECK_BOUNDED",
    zh: `情形过多，检查到 ${count} 种后停止，其余未检查`,
    en: `has more situations than are checked: ${count} were, the rest was not`,
  });
}

/** The nodes that moved, from the beginning. */
function wayTo(situation: Situation): readonly string[] {
  const way: string[] = [];
  for (let at = situation.from; at !== undefined; at = at.situation.from) way.push(at.node.id);
  return way.toReversed();
}
