/**
 * What performance.md promises of the engine: P1 = start, user task, exclusive gateway, service task, end, against
 * bpmn-engine in the same run, in memory and durable (state to JSON and back at the wait); a loop; the waiting state; how a step grows.
 */
import { advance } from "../../engine/index.ts";
import type { Bundle, CommandBody, InstanceState, JsonObject } from "../../engine/index.ts";
import {
  bundleFrom,
  documentOf,
  end,
  flow,
  flows,
  mappings,
  multiInstance,
  node,
  processOf,
  serviceTask,
  start,
  userTask,
} from "../support/bpmn-builder.ts";
import type { BenchRow } from "./bench-row.ts";
import { peer } from "./bpmn-engine-peer.ts";
import { scalingRows } from "./engine-scaling.ts";

const ROUNDS = 5;
const SENT = {
  now: "2026-03-02T02:00:00.000Z",
  actor: { kind: "person", id: "wang", groups: ["team"] },
} as const;
const VARIABLES: JsonObject = { amount: 12 };

const P1 = documentOf(
  processOf(
    "p1",
    start(),
    userTask("task", {}, mappings({ outputs: { amount: "=submission.amount" } })),
    node("exclusiveGateway", "choice", { default: "choice_end" }),
    serviceTask("service"),
    end(),
    flows("start > task > choice", "choice > end", "service > end"),
    flow("choice", "service", "=amount > 10"),
  ),
);

const LOOP = documentOf(
  processOf(
    "loop",
    start(),
    node(
      "task",
      "count",
      {},
      `<bpmn:extensionElements>${mappings({ outputs: { n: "=n + 1" } })}</bpmn:extensionElements>`,
    ),
    node("exclusiveGateway", "choice", { default: "choice_end" }),
    end(),
    flows("start > count > choice", "choice > end"),
    flow("choice", "count", "=n < limit"),
  ),
);

const MULTI = documentOf(
  processOf(
    "multi",
    start(),
    node(
      "scriptTask",
      "each",
      {},
      "<bpmn:script>x * 2</bpmn:script>",
      multiInstance({
        inputCollection: "=items",
        inputElement: "x",
        outputCollection: "all",
        outputElement: "=result",
      }),
    ),
    end(),
    flows("start > each > end"),
  ),
);

export async function bench(): Promise<BenchRow[]> {
  const bundle = await bundleFrom(P1);
  const loop = await bundleFrom(LOOP);
  const other = await peer();
  const memory = await rates(() => wholeInstance(bundle, (state) => state), 400, other.inMemory, 30);
  const durable = await rates(() => wholeInstance(bundle, throughJson), 400, other.durable, 15);
  for (let at = 0; at < 30; at += 1) runLoop(loop, 1_000);
  const turns = await samplesOf(async () => milliseconds(() => runLoop(loop, 1_000)));
  const peerTurns = await samplesOf(async () => millisecondsOf(() => other.loop(1_000)), 2);
  const multi = await bundleFrom(MULTI);
  return [
    ...comparison("P1 in memory", memory),
    ...comparison("P1 durable (state to JSON and back at the wait)", durable),
    nodesRow(memory.ours),
    { name: "loop of 1,000", value: median(turns), unit: "ms", better: "lower", bar: 10, samples: turns },
    { name: "loop of 1,000, bpmn-engine", value: median(peerTurns), unit: "ms", better: "lower", samples: peerTurns },
    await multiRow(multi, 100, 2),
    await multiRow(multi, 1_000),
    await multiRow(multi, 10_000),
    ...stateRows(bundle),
    ...(await scalingRows()),
  ];
}

/** Start, complete the task, complete the job: three commands with the state kept as `keep` has it in between. */
function wholeInstance(bundle: Bundle, keep: (state: InstanceState) => InstanceState): void {
  const started = keep(step(bundle, undefined, { type: "start", variables: VARIABLES }));
  const taskId = Object.keys(started.tasks ?? {})[0] ?? "";
  const chosen = keep(step(bundle, started, { type: "completeTask", taskId, submission: { amount: 20 } }));
  const jobId = Object.keys(chosen.jobs ?? {})[0] ?? "";
  const done = step(bundle, chosen, { type: "completeJob", jobId, variables: {} });
  if (done.status !== "completed") throw new Error(`Expected a completed instance, but it is ${done.status}`);
}

function step(bundle: Bundle, state: InstanceState | undefined, body: CommandBody): InstanceState {
  const result = advance(bundle, state, { ...SENT, ...body });
  if (!result.ok) throw new Error(result.problem.en);
  return result.state;
}

const throughJson = (state: InstanceState): InstanceState => JSON.parse(JSON.stringify(state)) as InstanceState;

function runLoop(bundle: Bundle, limit: number): void {
  const done = step(bundle, undefined, { type: "start", variables: { n: 0, limit } });
  if (done.status !== "completed") throw new Error("Expected the loop to end within one command");
}

async function multiRow(bundle: Bundle, count: number, bar?: number): Promise<BenchRow> {
  const items = Array.from({ length: count }, (_, at) => at);
  const run = (): void => {
    const done = step(bundle, undefined, { type: "start", variables: { items } });
    if (done.status !== "completed") throw new Error("Expected all instances to be done within one command");
  };
  for (let at = 0; at < 20_000; at += count) run();
  const samples = await samplesOf(async () => milliseconds(run));
  const row = {
    name: `${count}-fold multi-instance`,
    value: median(samples),
    unit: "ms",
    better: "lower",
    samples,
  } as const;
  return bar === undefined ? row : { ...row, bar };
}

interface Rates {
  /** Instances a second, one sample a round. */
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** Both sides in turns, so that a busy moment of the machine falls on both. */
async function rates(ours: () => void, count: number, theirs: () => Promise<void>, peerCount: number): Promise<Rates> {
  const samples: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let at = 0; at < count * 50; at += 1) ours();
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = milliseconds(() => {
      for (let at = 0; at < count * 10; at += 1) ours();
    });
    samples.ours.push((count * 10_000) / own);
    const other = await millisecondsOf(async () => {
      for (let at = 0; at < peerCount; at += 1) await theirs();
    });
    samples.theirs.push((peerCount * 1_000) / other);
  }
  return samples;
}

function comparison(name: string, { ours, theirs }: Rates): BenchRow[] {
  const ratios = ours.map((rate, at) => rate / (theirs[at] ?? rate));
  return [
    {
      name: `${name}, against bpmn-engine`,
      value: median(ratios),
      unit: "×",
      better: "higher",
      bar: 200,
      samples: ratios,
    },
    { name: `${name}, Gridloom`, value: median(ours), unit: "instances/s", better: "higher", samples: ours },
    { name: `${name}, bpmn-engine`, value: median(theirs), unit: "instances/s", better: "higher", samples: theirs },
  ];
}

/** P1 enters five nodes. */
function nodesRow(rate: readonly number[]): BenchRow {
  const samples = rate.map((instances) => instances * 5);
  return {
    name: "flow nodes a second",
    value: median(samples),
    unit: "nodes/s",
    better: "higher",
    bar: 200_000,
    samples,
  };
}

function stateRows(bundle: Bundle): BenchRow[] {
  const waiting = step(bundle, undefined, { type: "start", variables: VARIABLES });
  const bytes = JSON.stringify(waiting).length - JSON.stringify(VARIABLES).length;
  return [
    {
      name: "state of a waiting P1 without variables",
      value: bytes,
      unit: "bytes",
      better: "lower",
      bar: 300,
      samples: [bytes],
    },
  ];
}

function milliseconds(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function samplesOf(sample: () => Promise<number>, rounds = ROUNDS): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) samples.push(await sample());
  return samples;
}

function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
