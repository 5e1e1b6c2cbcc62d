/**
 * References are QNames (BPMN 2.0 §8.3.1, §15.3.2): `tns:Message_1` names the element `Message_1` of the namespace that the
 * prefix stands for. moddle knows plain ids only, so what it leaves open is looked up here, whatever the prefix is called.
 */
import type { ModdleReference, ModdleWarning } from "bpmn-moddle";
import { childrenOf, isA, isElement, textOf } from "./element.ts";
import type { Element } from "./element.ts";

/** What moddle made of a document. */
interface Read {
  readonly rootElement: Element;
  readonly warnings: readonly ModdleWarning[];
  readonly elementsById: Readonly<Record<string, object>>;
  readonly references: readonly ModdleReference[];
}

/** References that only name a type: values are JSON and have none, so a type of XML Schema need not be found. */
const OF_TYPES = /^bpmn:(itemSubjectRef|itemRef|structureRef|type|evaluatesToTypeRef)$/;

/** Sets what a prefixed reference names. Out: the warnings that are left. */
export function resolveQualifiedNames(read: Read): readonly ModdleWarning[] {
  return read.warnings.filter((warning) => !resolve(read, warning));
}

function resolve(read: Read, { message, element, property, value }: ModdleWarning): boolean {
  if (!message.startsWith("unresolved reference") || !isElement(element)) return false;
  if (property === undefined || typeof value !== "string") return false;
  const name = localNameOf(element, value);
  const found = name === undefined ? undefined : read.elementsById[name];
  if (found === undefined) return OF_TYPES.test(property) && namespaceOf(element, value) !== undefined;
  const isList = Array.isArray(Reflect.get(element, property.slice(property.indexOf(":") + 1)));
  const all = isList ? namedBy(read, element, property) : found;
  element.set?.(property, all);
  return true;
}

/** All that a list of references names, in the order of the document. */
function namedBy(read: Read, element: Element, property: string): readonly object[] {
  return read.references
    .filter((other) => other.element === element && other.property === property)
    .flatMap(({ id }) => read.elementsById[id] ?? read.elementsById[localNameOf(element, id) ?? ""] ?? []);
}

/** In: a name as written at an element. Out: the id in this document that it stands for; undefined if it is foreign. */
export function localNameOf(element: Element, name: string): string | undefined {
  const at = name.indexOf(":");
  if (at === -1) return name;
  const namespace = namespaceOf(element, name);
  return namespace !== undefined && isOurs(element, namespace) ? name.slice(at + 1) : undefined;
}

function namespaceOf(element: Element, name: string): string | undefined {
  const prefix = name.slice(0, name.indexOf(":"));
  for (let at: Element | undefined = element; at !== undefined; at = at.$parent) {
    const namespace = at.$attrs?.[`xmlns:${prefix}`];
    if (typeof namespace === "string") return namespace;
  }
  return undefined;
}

/** The document's own namespace, or one that it imports: what several files hold may stand together in one. */
function isOurs(element: Element, namespace: string): boolean {
  const definitions = definitionsAround(element);
  const imported = childrenOf(definitions, "imports").map((each) => textOf(each, "namespace"));
  return [textOf(definitions, "targetNamespace"), ...imported].includes(namespace);
}

/** Everything that stands beside the process of an element. */
export function rootElementsAround(element: Element): readonly Element[] {
  return childrenOf(definitionsAround(element), "rootElements");
}

function definitionsAround(element: Element): Element | undefined {
  let at: Element | undefined = element;
  while (at !== undefined && !isA(at, "bpmn:Definitions")) at = at.$parent;
  return at;
}
