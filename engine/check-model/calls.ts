/** Processes that call each other round in a circle: each run would begin the next. */
import type { ProcessDefinition } from "../model/process.ts";
import { findingAt } from "./finding.ts";
import type { Finding } from "./finding.ts";

interface Call {
  readonly activityId: string;
  readonly called: string;
}

export function checkCalls(processes: readonly ProcessDefinition[]): readonly Finding[] {
  const calls = new Map(processes.map((process) => [process.key, callsOf(process)]));
  return processes.flatMap((process) => {
    const [round] = (calls.get(process.key) ?? []).filter(({ called }) => reaches(calls, called, process.key));
    if (round === undefined) return [];
    return [
      findingAt(process, round.activityId, {
        code: "FLOW_CALLS_ITSELF",
        zh: `经“${round.called}”又调用本流程，可能无休止地循环`,
        en: `calls its own process again by way of "${round.called}" and may do so without end`,
      }),
    ];
  });
}

function callsOf(process: ProcessDefinition): readonly Call[] {
  return Object.values(process.nodes).flatMap((node) => {
    const called = node.kind === "callActivity" ? /^"([^"\\]*)"$/.exec(node.processKey)?.[1] : undefined;
    return called === undefined ? [] : [{ activityId: node.id, called }];
  });
}

function reaches(calls: ReadonlyMap<string, readonly Call[]>, from: string, to: string): boolean {
  // A set grows while it is walked.
  const seen = new Set([from]);
  for (const key of seen) for (const { called } of calls.get(key) ?? []) seen.add(called);
  return seen.has(to);
}
