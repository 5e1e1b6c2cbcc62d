/** Reading moddle elements without trusting them: every property is asked for by the kind it should have. */
import type { Feel } from "../model/process.ts";

export interface Element {
  readonly $type: string;
  readonly $attrs?: Readonly<Record<string, unknown>>;
  readonly $parent?: Element;
  readonly $instanceOf?: (type: string) => boolean;
  /** What moddle knows of its type. */
  readonly $descriptor?: { readonly properties: readonly ElementProperty[] };
  get?: (name: string) => unknown;
  set?: (name: string, value: unknown) => void;
}

export interface ElementProperty {
  readonly name: string;
  readonly type: string;
  readonly isReference?: boolean;
  readonly isMany?: boolean;
}

export function isElement(value: unknown): value is Element {
  return typeof value === "object" && value !== null && "$type" in value && typeof value.$type === "string";
}

function read(element: Element, name: string): unknown {
  return Reflect.get(element, name);
}

export function textOf(element: Element | undefined, name: string): string | undefined {
  const value = element === undefined ? undefined : read(element, name);
  return typeof value === "string" ? value : undefined;
}

/** A text as written; moddle's defaults stand on the prototype and do not count. */
export function ownTextOf(element: Element | undefined, name: string): string | undefined {
  return element !== undefined && Object.hasOwn(element, name) ? textOf(element, name) : undefined;
}

export function flagOf(element: Element | undefined, name: string): boolean | undefined {
  const value = element === undefined ? undefined : read(element, name);
  return typeof value === "boolean" ? value : undefined;
}

export function numberOf(element: Element | undefined, name: string): number | undefined {
  const value = element === undefined ? undefined : read(element, name);
  return typeof value === "number" ? value : undefined;
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  const value = element === undefined ? undefined : read(element, name);
  return isElement(value) ? value : undefined;
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  const value = element === undefined ? undefined : read(element, name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

export function isA(element: Element | undefined, type: string): boolean {
  return element !== undefined && (element.$type === type || element.$instanceOf?.(type) === true);
}

/** `bpmn:UserTask` without what moddle puts before it. */
export function localType(element: Element): string {
  return element.$type.slice(element.$type.indexOf(":") + 1);
}

export function extensionsOf(element: Element | undefined): readonly Element[] {
  return childrenOf(childOf(element, "extensionElements"), "values");
}

export function extensionOf(element: Element | undefined, type: string): Element | undefined {
  return extensionsOf(element).find((extension) => extension.$type === type);
}

/** A zeebe or gl attribute: `=` before FEEL, else text (decided.md 13). */
export function feelOf(text: string): Feel {
  return isFeel(text) ? text.trim().slice(1).trim() : JSON.stringify(text);
}

export function isFeel(text: string): boolean {
  return text.trimStart().startsWith("=");
}

/** A list of texts with commas, or FEEL. */
export function feelListOf(text: string): Feel {
  if (isFeel(text)) return feelOf(text);
  const parts = text.split(",").map((part) => part.trim());
  return JSON.stringify(parts.filter((part) => part !== ""));
}

/** Bodies of conditions are always FEEL; a leading `=` is allowed (decided.md 13). */
export function conditionOf(body: string): Feel {
  return body.trim().replace(/^=/, "").trim();
}

export function wordsOf(text: string | undefined): readonly string[] {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}
