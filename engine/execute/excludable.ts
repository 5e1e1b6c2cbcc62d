/**
 * Who is remembered for `gl:excludeActorOf`. It may name a task (who completed it), a start event (who started the case)
 * or a scope, that is a sub-process or call activity (who last completed a task in it): a handler never verifies his own
 * work, at whatever level he did it (standards.md §1.2).
 */
import type { ProcessDefinition } from "../model/process.ts";
import type { Token } from "../model/state.ts";
import { processOf, scopeAt, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";

const named = new WeakMap<ProcessDefinition, ReadonlySet<string>>();

/** Elements that some `gl:excludeActorOf` of the process names; nobody else's actor is remembered. */
function namedIn(process: ProcessDefinition): ReadonlySet<string> {
  const known = named.get(process);
  if (known !== undefined) return known;
  const nodes = Object.values(process.nodes);
  const found = new Set(nodes.flatMap((node) => (node.kind === "userTask" ? node.excludeActorOf : [])));
  named.set(process, found);
  return found;
}

/** `<process>/<element>` of the token's element, if it is named. */
export function rememberedElement(run: Run, { scopeId, elementId }: Token): readonly string[] {
  const process = processOf(run.bundle, run.state, scopeId);
  return namedIn(process).has(elementId) ? [`${process.key}/${elementId}`] : [];
}

/** The same for the element and for every activity around it that is named, through calls outward. */
export function rememberedAround(run: Run, token: Token): readonly string[] {
  const host = scopeAt(run.state, token.scopeId).hostToken;
  const around = host === undefined ? undefined : tokenAt(run.state, host);
  return [...rememberedElement(run, token), ...(around === undefined ? [] : rememberedAround(run, around))];
}
