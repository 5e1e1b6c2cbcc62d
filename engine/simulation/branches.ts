/**
 * Branches by chance: the conditions of the gateways named are replaced by a question to a live parameter, drawn anew
 * for every command, so that the engine itself still takes the flows and no variable of the case is touched.
 */
import type { Bundle, ParameterSeries } from "../model/bundle.ts";
import type { Json } from "../model/json.ts";
import type { ProcessDefinition, SequenceFlow } from "../model/process.ts";
import type { Chance } from "./distribution.ts";

const PARAMETER = "simulatedBranches";

interface Choice {
  /** Entry of the parameter. */
  readonly name: string;
  /** Exclusive: exactly one of its flows; otherwise each by itself, and the likeliest when it is none. */
  readonly isExclusive: boolean;
  readonly shares: readonly number[];
}

/** In: shares by flow. Out: a bundle that asks chance, to be drawn for each command. */
export function withBranches(
  bundle: Bundle,
  branches: Readonly<Record<string, number>> = {},
): (chance: Chance) => Bundle {
  const choices: Choice[] = [];
  const processes = Object.fromEntries(
    Object.entries(bundle.processes).map(([key, process]) => [key, withChoices(process, branches, choices)]),
  );
  const asked = { ...bundle, processes };
  if (choices.length === 0) return () => asked;
  return (chance) => ({ ...asked, parameters: { ...bundle.parameters, [PARAMETER]: drawn(choices, chance) } });
}

function withChoices(
  process: ProcessDefinition,
  branches: Readonly<Record<string, number>>,
  choices: Choice[],
): ProcessDefinition {
  const flows: Record<string, SequenceFlow> = { ...process.flows };
  const nodes: Record<string, ProcessDefinition["nodes"][string]> = { ...process.nodes };
  for (const node of Object.values(process.nodes)) {
    if (!node.outgoing.some((id) => branches[id] !== undefined)) continue;
    const name = `g${choices.length + 1}`;
    const shares = node.outgoing.map((id) => branches[id] ?? 0);
    choices.push({ name, isExclusive: node.kind !== "inclusiveGateway", shares });
    for (const [at, id] of node.outgoing.entries()) {
      const flow = flows[id];
      if (flow !== undefined) flows[id] = { ...flow, condition: `list contains(param.${PARAMETER}.${name}, ${at})` };
    }
    const { defaultFlow: _, ...plain } = node;
    nodes[node.id] = plain;
  }
  return { ...process, nodes, flows };
}

function drawn(choices: readonly Choice[], chance: Chance): ParameterSeries {
  const value: Json = Object.fromEntries(choices.map((choice) => [choice.name, chosen(choice, chance)]));
  return { live: true, values: [{ from: "0001-01-01", value }] };
}

function chosen({ isExclusive, shares }: Choice, chance: Chance): readonly number[] {
  if (isExclusive) return [oneOf(shares, chance)];
  const open = shares.flatMap((share, at) => (chance() < share ? [at] : []));
  return open.length > 0 ? open : [shares.indexOf(Math.max(...shares))];
}

function oneOf(shares: readonly number[], chance: Chance): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let left = chance() * total;
  for (const [at, share] of shares.entries()) {
    left -= share;
    if (left < 0) return at;
  }
  return shares.findLastIndex((share) => share > 0);
}
