/** The check of a model before it runs: names what can get stuck, by element and with a way that leads there (issue: what can get stuck). */
import type { ProcessDefinition, ScopeDefinition } from "../model/process.ts";
import { checkCalls } from "./calls.ts";
import type { Finding } from "./finding.ts";
import { checkPeople } from "./people.ts";
import type { Staffing } from "./people.ts";
import { checkScope } from "./soundness.ts";
import { checkWaits } from "./waits.ts";

interface ModelCheckSettings {
  /** Who is in which group; without it no role is judged. */
  readonly staffing?: Staffing;
  /** How many situations of each scope are looked at; more are told as `FLOW_CHECK_BOUNDED`. */
  readonly situations?: number;
}

const SITUATIONS = 5_000;

/** In: the processes that run together. Out: warnings; none does not promise that conditions and data are right. */
export function checkModel(
  processes: readonly ProcessDefinition[],
  settings: ModelCheckSettings = {},
): readonly Finding[] {
  const { staffing, situations } = settings;
  return [
    ...processes.flatMap((process) => checkFlow(process, situations)),
    ...checkWaits(processes),
    ...checkCalls(processes),
    ...(staffing === undefined ? [] : processes.flatMap((process) => checkPeople(process, staffing))),
  ];
}

/** Of one process only what follows from its own drawing: fast enough to be asked at every stroke. */
export function checkFlow(process: ProcessDefinition, situations = SITUATIONS): readonly Finding[] {
  return scopesOf(process).flatMap((scope) => checkScope(process, scope, situations));
}

/** An inner scope is looked at by itself: for the one around it, it is one activity. */
function scopesOf(process: ProcessDefinition): readonly ScopeDefinition[] {
  const inner = Object.values(process.nodes).flatMap((node) => (node.kind === "subProcess" ? [node.scope] : []));
  return [process.scope, ...inner];
}
