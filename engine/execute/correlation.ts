/**
 * Finding the instance that a message is for, where BPMN's own correlation says how (§8.3.2): the key is read off the
 * message, and what the first message of a conversation has brought is kept for the next.
 */
import type { Json, JsonObject } from "../model/json.ts";
import type { MessageDefinition } from "../model/process.ts";
import type { SubscriptionState } from "../model/state.ts";
import { evaluateAt, variableAt } from "./context.ts";
import { raiseVariables } from "./mappings.ts";
import { eventAt, nodeIn, processOf } from "./read-state.ts";
import type { Run } from "./run.ts";

/** Whether a message with this key and these variables is for this subscription. */
export function isFor(run: Run, subscription: SubscriptionState, key: string, variables: JsonObject): boolean {
  // Who waits without a key takes any message of the name.
  if (subscription.correlationKey === key || subscription.correlationKey === "") return true;
  const retrieval = messageAt(run, subscription)?.retrieval;
  if (retrieval === undefined) return false;
  // Read off the message alone: what the instance knows is not what the message says.
  const read = evaluateAt(run, retrieval.key, { scopeId: "", visible: seen(variables) });
  return read.ok && textOf(read.value) === subscription.correlationKey;
}

function messageAt(run: Run, { elementId, scopeId, part }: SubscriptionState): MessageDefinition | undefined {
  const event = eventAt(nodeIn(processOf(run.bundle, run.state, scopeId), elementId), part);
  return event?.kind === "message" ? event : undefined;
}

/** Properties that the instance does not know yet become its variables. */
export function keepCorrelation(run: Run, scopeId: string, message: MessageDefinition, variables: JsonObject): void {
  for (const { name, path } of message.retrieval?.properties ?? []) {
    const known = variableAt(run.state, scopeId, name);
    if (known !== undefined && known !== null) continue;
    const read = evaluateAt(run, path, { scopeId, visible: seen(variables) });
    if (read.ok && read.value !== null) raiseVariables(run, scopeId, { [name]: read.value });
  }
}

/** The message's variables, and all of them as `message`. */
export function seen(variables: JsonObject): JsonObject {
  return { message: variables, ...variables };
}

const textOf = (value: Json): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;
