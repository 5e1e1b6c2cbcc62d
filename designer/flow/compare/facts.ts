/** What an element says, flattened to facts that two versions can be compared by and that have a word each. */
import type { ModdleElement } from "bpmn-js/lib/NavigatedViewer";

export interface Fact {
  /** Attribute, or extension and attribute: `name`, `zeebe:FormDefinition.formId`. */
  readonly key: string;
  /** Which of many: the variable of a mapping, the key of a header. */
  readonly detail?: string;
  readonly value: string;
}

/** Said by other elements or by the drawing, or no content at all. */
const passedOver = new Set([
  ...["id", "di", "incoming", "outgoing", "flowElements", "laneSets", "lanes", "artifacts", "rootElements"],
  ...["participants", "extensionElements", "flowNodeRef", "dataObjectRef"],
]);

interface Property {
  readonly name: string;
  readonly ns?: { readonly name: string };
}

interface Described {
  readonly $descriptor: { readonly properties?: readonly Property[] };
}

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === "object" && value !== null && "$type" in value;

const local = (name: string): string => name.slice(name.indexOf(":") + 1);
/** Without the namespace of its holder; attributes of other namespaces keep theirs. */
const shortIn = (holder: string, name: string): string =>
  name.startsWith(holder.slice(0, holder.indexOf(":") + 1)) ? local(name) : name;

function namesOf(element: ModdleElement): readonly string[] {
  const described = element as unknown as Described;
  const typed = (described.$descriptor.properties ?? []).map((property) => property.ns?.name ?? property.name);
  const foreign = Object.keys((element as unknown as { readonly $attrs?: object }).$attrs ?? {});
  return [...new Set([...typed, ...foreign.filter((name) => !name.startsWith("xmlns"))])];
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);

function textOf(element: ModdleElement, name: string): string {
  const value = element.get(name);
  return typeof value === "string" ? value : "";
}

const isOwn = (element: ModdleElement, name: string): boolean =>
  Object.hasOwn(element, name) || Object.hasOwn(element, local(name)) || isForeign(element, name);

const isForeign = (element: ModdleElement, name: string): boolean =>
  Object.hasOwn((element as unknown as { readonly $attrs?: object }).$attrs ?? {}, name);

const detailNames = ["target", "key", "name", "path"];

/** Facts of something that belongs to an element alone: an extension, a condition, an event definition. */
function innerFacts(inner: ModdleElement, within: string, detail?: string): readonly Fact[] {
  return namesOf(inner).flatMap((name): readonly Fact[] => {
    const short = shortIn(inner.$type, name);
    if (["id", "$type"].includes(short) || !isOwn(inner, name)) return [];
    return valueFacts(inner.get(name), `${within}.${short}`, inner, detail);
  });
}

function valueFacts(value: unknown, key: string, holder: ModdleElement, detail?: string): readonly Fact[] {
  const more = detail === undefined ? {} : { detail };
  if (Array.isArray(value)) return value.filter(isElement).flatMap((each) => memberFacts(each, key));
  if (!isElement(value)) return isPlain(value) ? [{ key, value: String(value), ...more }] : [];
  if (value.$parent !== holder) return [{ key, value: value.id ?? value.$type, ...more }];
  return value.$type === "bpmn:FormalExpression"
    ? [{ key, value: textOf(value, "body"), ...more }]
    : innerFacts(value, value.$type, detail);
}

/** One of many: an input mapping, a header, an event definition. */
function memberFacts(member: ModdleElement, key: string): readonly Fact[] {
  const naming = detailNames.find((name) => typeof member.get(name) === "string");
  if (member.$type.startsWith("bpmn:")) {
    const body = member.get("text");
    if (typeof body === "string") return [{ key, value: body }];
    return [{ key: member.$type, value: member.$type }, ...innerFacts(member, member.$type)];
  }
  return innerFacts(member, member.$type, naming === undefined ? undefined : String(member.get(naming))).filter(
    (fact) => naming === undefined || !fact.key.endsWith(`.${naming}`),
  );
}

function extensionFacts(element: ModdleElement): readonly Fact[] {
  const holder = element.get("extensionElements");
  const values = isElement(holder) ? holder.get("values") : undefined;
  if (!Array.isArray(values)) return [];
  return values.filter(isElement).flatMap((extension) => {
    const facts = innerFacts(extension, extension.$type);
    return facts.length > 0 ? facts : [{ key: extension.$type, value: extension.$type }];
  });
}

/** All facts of one element, its extensions included; not those of the elements inside it. */
export function factsOf(element: ModdleElement): readonly Fact[] {
  const own = namesOf(element)
    .filter((name) => !passedOver.has(local(name)) && isOwn(element, name))
    .flatMap((name) => valueFacts(element.get(name), shortIn("bpmn:", name), element));
  return [{ key: "$type", value: element.$type }, ...own, ...extensionFacts(element)];
}
