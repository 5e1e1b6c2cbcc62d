/** Messages of events, send and receive tasks: which it is, and by what it finds its instance (BPMN 2.0 §8.3.2, §8.3.11). */
import type { MessageDefinition } from "../../model/process.ts";
import { childOf, childrenOf, extensionOf, feelOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { rootElementsAround } from "../qualified-names.ts";
import { correlationOf } from "./correlation.ts";

/** In: whatever has a `messageRef`, an event definition, a send or a receive task. */
export function messageDefinition(holder: Element): MessageDefinition {
  const { name, message } = messageOf(holder) ?? {};
  const key = textOf(extensionOf(message, "zeebe:Subscription"), "correlationKey");
  return {
    kind: "message",
    name: feelOf(name ?? ""),
    ...(key === undefined ? correlationOf(holder, message) : { correlationKey: feelOf(key) }),
  };
}

/** Its own reference, else that of its operation, else the message flow that is drawn to or from it. */
export function messageOf(holder: Element): { readonly name: string; readonly message?: Element } | undefined {
  const message = childOf(holder, "messageRef") ?? childOf(childOf(holder, "operationRef"), "inMessageRef");
  if (message !== undefined) return named(message);
  const flow = messageFlowOf(isA(holder, "bpmn:EventDefinition") ? holder.$parent : holder);
  const carried = childOf(flow, "messageRef");
  if (carried !== undefined) return named(carried);
  return flow === undefined ? undefined : { name: nameOf(flow) };
}

const named = (message: Element): { readonly name: string; readonly message: Element } => ({
  name: nameOf(message),
  message,
});

/** A name is optional (table 8.48); the id is always there. */
function nameOf(element: Element): string {
  const name = textOf(element, "name")?.trim() ?? "";
  return name === "" ? (textOf(element, "id") ?? "") : name;
}

function messageFlowOf(element: Element | undefined): Element | undefined {
  if (element === undefined) return undefined;
  return rootElementsAround(element)
    .flatMap((root) => childrenOf(root, "messageFlows"))
    .find((flow) => childOf(flow, "sourceRef") === element || childOf(flow, "targetRef") === element);
}
