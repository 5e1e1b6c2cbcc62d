/**
 * Correlation as BPMN has it (§8.3.2): a key is a set of properties; each is read off a message by a retrieval expression,
 * and off the waiting process by the binding of a correlation subscription, or kept from an earlier message.
 */
import type { Feel, MessageDefinition } from "../../model/process.ts";
import { childOf, childrenOf, conditionOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { rootElementsAround } from "../qualified-names.ts";
import { variableName } from "./variable-name.ts";

interface Property {
  readonly element: Element;
  /** How it is read off the message. */
  readonly path: Feel;
}

export function correlationOf(
  holder: Element,
  message: Element | undefined,
): Pick<MessageDefinition, "correlationKey" | "retrieval"> {
  if (message === undefined) return {};
  for (const subscription of subscriptionsAround(holder)) {
    const properties = propertiesOf(childOf(subscription, "correlationKeyRef"), message);
    if (properties === undefined) continue;
    return found(properties, (property) => boundTo(subscription, property) ?? variableName(property));
  }
  for (const key of keysAround(holder)) {
    const properties = propertiesOf(key, message);
    if (properties !== undefined) return found(properties, variableName);
  }
  return {};
}

function found(
  properties: readonly Property[],
  readFrom: (property: Element) => Feel,
): Pick<MessageDefinition, "correlationKey" | "retrieval"> {
  return {
    correlationKey: joined(properties.map(({ element }) => readFrom(element))),
    retrieval: {
      key: joined(properties.map(({ path }) => path)),
      properties: properties.map(({ element, path }) => ({ name: variableName(element), path })),
    },
  };
}

/** Several properties are one key together (§8.3.2: all of them have to match). */
const joined = (parts: readonly Feel[]): Feel =>
  parts.length === 1 ? (parts[0] ?? "null") : parts.map((part) => `string(${part})`).join(' + "/" + ');

/** The key's properties, if every one of them can be read off this message. */
function propertiesOf(key: Element | undefined, message: Element): readonly Property[] | undefined {
  const elements = childrenOf(key, "correlationPropertyRef");
  const properties = elements.flatMap((element) => {
    const path = pathIn(element, message);
    return path === undefined ? [] : [{ element, path }];
  });
  return elements.length > 0 && properties.length === elements.length ? properties : undefined;
}

function pathIn(property: Element, message: Element): Feel | undefined {
  const retrieval = childrenOf(property, "correlationPropertyRetrievalExpression").find(
    (each) => childOf(each, "messageRef") === message,
  );
  return retrieval && bodyOf(childOf(retrieval, "messagePath"));
}

function boundTo(subscription: Element, property: Element): Feel | undefined {
  const binding = childrenOf(subscription, "correlationPropertyBinding").find(
    (each) => childOf(each, "correlationPropertyRef") === property,
  );
  return binding && bodyOf(childOf(binding, "dataPath"));
}

const bodyOf = (expression: Element | undefined): Feel => conditionOf(textOf(expression, "body") ?? "");

function subscriptionsAround(holder: Element): readonly Element[] {
  let at: Element | undefined = holder;
  while (at !== undefined && !isA(at, "bpmn:Process")) at = at.$parent;
  return childrenOf(at, "correlationSubscriptions");
}

/** Those of collaborations and of the conversations in them. */
function keysAround(holder: Element): readonly Element[] {
  return rootElementsAround(holder).flatMap((root) => [
    ...childrenOf(root, "correlationKeys"),
    ...childrenOf(root, "conversations").flatMap((conversation) => childrenOf(conversation, "correlationKeys")),
  ]);
}
