/** How the cost of one step grows: with the nodes of the model, the tokens of the instance, the length of its history. */
import { advance } from "../../engine/index.ts";
import type { Bundle, InstanceState } from "../../engine/index.ts";
import {
  bundleFrom,
  documentOf,
  end,
  extensions,
  flows,
  multiInstance,
  node,
  processOf,
  start,
  userTask,
} from "../support/bpmn-builder.ts";
import type { BenchRow } from "./bench-row.ts";

const SENT = {
  now: "2026-03-02T02:00:00.000Z",
  actor: { kind: "person", id: "wang", groups: ["team"] },
} as const;
const ROUNDS = 15;
/** performance.md: a step on an instance with 1,000 past tasks. */
const HISTORY_BAR = 1.2;

interface Size {
  readonly name: string;
  readonly count: number;
  readonly bundle: Bundle;
  readonly state: InstanceState;
}

export async function scalingRows(): Promise<BenchRow[]> {
  return [
    ...rowsOf(await sizes("nodes of the model", [10, 100, 1_000], ofNodes)),
    ...rowsOf(await sizes("open tokens", [1, 100, 1_000, 10_000], ofTokens)),
    ...rowsOf(await histories([0, 1_000, 10_000, 100_000]), HISTORY_BAR),
  ];
}

async function sizes(name: string, counts: readonly number[], of: (count: number) => string): Promise<readonly Size[]> {
  const found: Size[] = [];
  for (const count of counts) {
    const bundle = await bundleFrom(of(count));
    found.push({ name, count, bundle, state: started(bundle) });
  }
  return found;
}

/** One task after the other, as many as fit: start and end are nodes too. */
function ofNodes(count: number): string {
  const ids = Array.from({ length: count - 2 }, (_, at) => `t${at}`);
  const tasks = ids.map((id) => userTask(id));
  return documentOf(processOf("p", start(), ...tasks, end(), flows(["start", ...ids, "end"].join(" > "))));
}

function ofTokens(count: number): string {
  const people = extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`);
  const many = node("userTask", "many", {}, people, multiInstance({}, { cardinality: String(count) }));
  return documentOf(processOf("p", start(), many, end(), flows("start > many > end")));
}

async function histories(counts: readonly number[]): Promise<readonly Size[]> {
  const xml = documentOf(processOf("p", start(), userTask("a"), userTask("b"), flows("start > a > b > a")));
  const bundle = await bundleFrom(xml);
  const found: Size[] = [];
  let state = started(bundle);
  let past = 0;
  for (const count of counts) {
    for (; past < count; past += 1) state = completeFirst(bundle, state);
    found.push({ name: "past tasks", count, bundle, state });
  }
  return found;
}

function started(bundle: Bundle): InstanceState {
  const result = advance(bundle, undefined, { ...SENT, type: "start", variables: {} });
  if (!result.ok) throw new Error(result.problem.en);
  return result.state;
}

function completeFirst(bundle: Bundle, state: InstanceState): InstanceState {
  let taskId = "";
  for (taskId in state.tasks) break;
  const result = advance(bundle, state, { ...SENT, type: "completeTask", taskId, submission: {} });
  if (!result.ok) throw new Error(result.problem.en);
  return result.state;
}

/** All sizes in turns, so that a busy moment of the machine falls on all of them. */
function rowsOf(all: readonly Size[], bar?: number): BenchRow[] {
  const samples = all.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, size] of all.entries()) samples[at]?.push(microseconds(size));
  }
  const first = median(samples[0] ?? []);
  return all.flatMap(({ name, count }, at): BenchRow[] => {
    const own = samples[at] ?? [];
    const label = `a step with ${count} ${name}`;
    const cost: BenchRow = { name: label, value: median(own), unit: "µs", better: "lower", samples: own };
    const ratio: BenchRow = {
      name: `${label}, against ${all[0]?.count}`,
      value: median(own) / first,
      unit: "×",
      better: "lower",
      samples: own.map((each) => each / first),
    };
    if (at === 0) return [cost];
    return [cost, bar === undefined ? ratio : { ...ratio, bar }];
  });
}

function microseconds({ bundle, state, count, name }: Size): number {
  const repeats = name === "open tokens" && count > 100 ? 20 : 400;
  for (let warm = 0; warm < repeats; warm += 1) completeFirst(bundle, state);
  const from = performance.now();
  for (let repeat = 0; repeat < repeats; repeat += 1) completeFirst(bundle, state);
  return ((performance.now() - from) * 1_000) / repeats;
}

function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[samples.length >> 1] ?? 0;
}
