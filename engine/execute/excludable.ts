/**
 * Who is remembered for `gl:excludeActorOf`. It may name a task (who completed it last), a start event (who started the
 * case) or a scope, that is a sub-process or call activity (everybody who completed a task in it): a handler never
 * verifies his own work, at whatever level he did it (standards.md §1.2).
 */
import type { Bundle } from "../model/bundle.ts";
import type { ProcessDefinition } from "../model/process.ts";
import type { Token } from "../model/state.ts";
import { hostOf, isInstance, own, processOf, scopeAt, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";

/**
 * The actor of this command did the token's work, with `others` (delegates, added signers), and with it acted in every
 * scope around it, through calls outward. `isAdded`: beside who did it before, not in his place.
 */
export function rememberActor(run: Run, tokenId: string, others: readonly string[] = [], isAdded = false): void {
  const token = tokenAt(run.state, tokenId);
  if (token === undefined || run.actor.kind === "system" || !isAnybodyNamed(run.bundle)) return;
  const people = [...others, run.actor.id];
  // All instances of a 会签 are the work of one element.
  if (isAdded || isInstance(run.state, token)) rememberMore(run, token, people);
  else remember(run, token, [...new Set(people)]);
  for (let host = hostAround(run, token); host !== undefined; host = hostAround(run, host)) {
    rememberMore(run, host, people);
  }
}

function rememberMore(run: Run, token: Token, people: readonly string[]): void {
  remember(run, token, [...new Set([...actorsOf(run, token.scopeId, token.elementId), ...people])]);
}

function hostAround(run: Run, token: Token): Token | undefined {
  return hostOf(run.state, scopeAt(run.state, token.scopeId));
}

function remember(run: Run, { scopeId, elementId }: Token, actors: readonly string[]): void {
  const process = processOf(run.bundle, run.state, scopeId);
  if (!namedIn(process).has(elementId)) return;
  run.emit({ type: "actorsRemembered", processKey: process.key, elementId, actors });
}

/** Whoever acted in an element of the process that a scope belongs to. */
export function actorsOf(run: Run, scopeId: string, elementId: string): readonly string[] {
  const processKey = run.state.scopes[scopeId]?.processKey ?? run.state.processKey;
  return own(run.state.actors, `${processKey}/${elementId}`) ?? [];
}

const naming = new WeakMap<Bundle, boolean>();

/** Most bundles exclude nobody anywhere. */
function isAnybodyNamed(bundle: Bundle): boolean {
  const known = naming.get(bundle) ?? Object.values(bundle.processes).some((process) => namedIn(process).size > 0);
  naming.set(bundle, known);
  return known;
}

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
