/** Reading and changing what stands behind a shape, each change one step of undo. */
import type { DiagramElement, ModdleElement } from "bpmn-js/lib/NavigatedViewer";
import type { Injector } from "bpmn-js/lib/Modeler";

function isElement(value: unknown): value is ModdleElement {
  return typeof value === "object" && value !== null && "$type" in value;
}

export function isA(element: DiagramElement, ...types: readonly string[]): boolean {
  return types.some((type) => element.businessObject.$instanceOf(type));
}

/** "" where there is none. */
export function textOf(of: ModdleElement | undefined, name: string): string {
  const value = of?.get(name);
  return typeof value === "string" ? value : "";
}

function childrenOf(of: ModdleElement | undefined, name: string): readonly ModdleElement[] {
  const value = of?.get(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

function extensionElements(of: ModdleElement): ModdleElement | undefined {
  const value = of.get("extensionElements");
  return isElement(value) ? value : undefined;
}

export function extensionOf(element: DiagramElement, type: string): ModdleElement | undefined {
  return childrenOf(extensionElements(element.businessObject), "values").find((each) => each.$type === type);
}

/** Sets one attribute of the element itself; "" takes it away. */
export function setAttribute(services: Injector, element: DiagramElement, name: string, value: string): void {
  services.get("modeling").updateProperties(element, { [name]: value === "" ? undefined : value });
}

function replaceExtensions(services: Injector, element: DiagramElement, values: readonly ModdleElement[]): void {
  const holder = extensionElements(element.businessObject);
  const modeling = services.get("modeling");
  if (holder !== undefined) return modeling.updateModdleProperties(element, holder, { values });
  modeling.updateProperties(element, {
    extensionElements: services.get("bpmnFactory").create("bpmn:ExtensionElements", { values }),
  });
}

/** Sets one attribute of the extension `type`, making it where it is missing. `undefined` keeps the extension without it. */
export function setExtension(
  services: Injector,
  element: DiagramElement,
  type: string,
  attributes: Readonly<Record<string, string | undefined>>,
): void {
  const found = extensionOf(element, type);
  if (found !== undefined) return services.get("modeling").updateModdleProperties(element, found, attributes);
  const others = childrenOf(extensionElements(element.businessObject), "values");
  replaceExtensions(services, element, [...others, services.get("bpmnFactory").create(type, attributes)]);
}

function removeExtension(services: Injector, element: DiagramElement, type: string): void {
  const values = childrenOf(extensionElements(element.businessObject), "values");
  replaceExtensions(
    services,
    element,
    values.filter((each) => each.$type !== type),
  );
}

/** An extension with one attribute that matters: "" takes the extension away. */
export function setOrRemove(
  services: Injector,
  element: DiagramElement,
  type: string,
  name: string,
  value: string,
): void {
  if (value !== "") setExtension(services, element, type, { [name]: value });
  else if (extensionOf(element, type) !== undefined) removeExtension(services, element, type);
}

/** What hangs below an extension, such as the fields of `gl:FieldRights`. */
export const partsOf = (element: DiagramElement, type: string, name: string): readonly ModdleElement[] =>
  childrenOf(extensionOf(element, type), name);

/** Puts other parts below an extension of one element; none take the extension away. */
export function setParts(
  services: Injector,
  element: DiagramElement,
  at: { readonly type: string; readonly name: string; readonly part: string },
  parts: readonly Readonly<Record<string, string>>[],
): void {
  if (parts.length === 0) {
    if (extensionOf(element, at.type) !== undefined) removeExtension(services, element, at.type);
    return;
  }
  const factory = services.get("bpmnFactory");
  const next = factory.create(at.type, { [at.name]: parts.map((part) => factory.create(at.part, part)) });
  const others = childrenOf(extensionElements(element.businessObject), "values").filter(
    ({ $type }) => $type !== at.type,
  );
  replaceExtensions(services, element, [...others, next]);
}

/** The process that an element stands in, from the innermost scope outwards. */
export function processOf(element: DiagramElement): ModdleElement | undefined {
  let at: ModdleElement | undefined = element.businessObject;
  while (at !== undefined && at.$type !== "bpmn:Process") at = at.$parent;
  return at;
}

/** All flow nodes below, in document order. */
export function nodesBelow(scope: ModdleElement | undefined): readonly ModdleElement[] {
  return childrenOf(scope, "flowElements").flatMap((each) => [
    ...(each.$instanceOf("bpmn:FlowNode") ? [each] : []),
    ...(each.$instanceOf("bpmn:SubProcess") ? nodesBelow(each) : []),
  ]);
}
