/** Graphs without any order: any node linked to any other, so most are unsound. Each must be refused, or end its steps. */
import assert from "node:assert/strict";
import { advance, incidentsOf, jobsOf, parseBpmn, tasksOf, timersOf, waitReasons } from "../../../engine/index.ts";
import type { Bundle, CommandBody, InstanceState } from "../../../engine/index.ts";
import {
  bundleFrom,
  documentOf,
  end,
  flow,
  node,
  processOf,
  serviceTask,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Dice } from "./dice.ts";

const STEPS = 100;
const MOST_COMMANDS = 10;
const ENGINE = { kind: "system", id: "engine" } as const;

type Draw = (id: string) => string;

const exclusive: Draw = (id) => node("exclusiveGateway", id);
const inclusive: Draw = (id) => node("inclusiveGateway", id);
const task: Draw = (id) => node("task", id);
const person: Draw = (id) => userTask(id);
const KINDS: readonly Draw[] = [
  ...[person, task, exclusive, inclusive],
  (id) => serviceTask(id),
  (id) => node("parallelGateway", id),
  (id) => node("intermediateCatchEvent", id, {}, timer("timeDuration", "PT1S")),
];
/** Their flows may ask. */
const ASKING: ReadonlySet<Draw | undefined> = new Set([exclusive, inclusive, task, person]);
const ENDS: readonly Draw[] = [
  end,
  (id) => node("endEvent", id, {}, "<bpmn:terminateEventDefinition />"),
  (id) => node("boundaryEvent", id, { attachedToRef: "n1" }, timer("timeDuration", "PT1S")),
  (id) => node("startEvent", id, {}, timer("timeDuration", "PT1S")),
];
const CONDITIONS = ["true", "false", "x > 1", "x < 1", "null", "nothing"];

/** Every node can be reached and goes on; beyond that flows go anywhere, and now and then where none may go. */
function graphOf(dice: Dice): string {
  const count = 4 + dice.below(8);
  const ids = Array.from({ length: count }, (_, at) => `n${at}`);
  const last = dice.chance(0.8) ? end : dice.pick(ENDS);
  const kinds = ids.map((_, at) => (at === 0 ? start : at === count - 1 ? last : dice.pick(KINDS)));
  const isWild = dice.chance(0.2);
  const flows = new Map<string, string>();
  const connect = (from: number, to: number): void => {
    const isAsking = isWild ? dice.chance(0.5) : ASKING.has(kinds[from]);
    flows.set(`${from} ${to}`, flow(`n${from}`, `n${to}`, isAsking ? `=${dice.pick(CONDITIONS)}` : undefined));
  };
  for (let at = 1; at < count; at += 1) connect(dice.below(at), at);
  for (let at = 1; at < count - 1; at += 1) connect(at, 1 + dice.below(count - 1));
  if (isWild) connect(dice.below(count), dice.below(count));
  const nodes = ids.map((id, at) => kinds[at]?.(id) ?? "");
  return documentOf(processOf("p", ...nodes, ...flows.values()));
}

/** Out: whether it was deployed. */
export async function endure(seed: number): Promise<boolean> {
  const dice = new Dice(seed);
  const xml = graphOf(dice);
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) {
    assert.ok(parsed.problems.every(({ code, zh, en }) => code !== "" && zh !== "" && en !== ""));
    return false;
  }
  const bundle = await bundleFrom(xml);
  let state = step(bundle, undefined, { type: "start", variables: { x: dice.below(3) } });
  for (let command = 0; command < MOST_COMMANDS && state.status === "running"; command += 1) {
    const commands = commandsFor(state);
    assert.ok(commands.length > 0 || waitReasons(bundle, state).length > 0, "what waits says why");
    if (commands.length === 0) return true;
    state = step(bundle, state, dice.pick(commands));
  }
  return true;
}

/** One command does a bounded number of steps, and so makes a bounded number of events. */
function step(bundle: Bundle, state: InstanceState | undefined, body: CommandBody): InstanceState {
  // An hour for each event so far: every timer is due.
  const now = new Date(Date.UTC(2030, 0, 1, state?.seq ?? 0)).toISOString();
  const result = advance(bundle, state, { now, actor: ENGINE, ...body }, { steps: STEPS });
  assert.ok(result.ok, result.ok ? "" : result.problem.code);
  assert.ok(result.events.length < STEPS * 100, `${result.events.length} events`);
  return result.state;
}

function commandsFor(state: InstanceState): readonly CommandBody[] {
  return [
    ...tasksOf(state).map(({ id: taskId }): CommandBody => ({ type: "completeTask", taskId, submission: {} })),
    ...jobsOf(state).map(({ id: jobId }): CommandBody => ({ type: "completeJob", jobId, variables: {} })),
    ...timersOf(state).map(({ id: timerId }): CommandBody => ({ type: "fireTimer", timerId })),
    ...incidentsOf(state).map(({ id: incidentId }): CommandBody => ({ type: "resolveIncident", incidentId })),
  ];
}
