/** What differs between two versions of a flow: elements added, removed, moved, and attributes changed, by element id. */
import { diff } from "bpmn-js-differ";
import { BpmnModdle } from "bpmn-moddle";
import type { ModdleElement } from "bpmn-js/lib/NavigatedViewer";
import zeebeModdle from "zeebe-bpmn-moddle/resources/zeebe.json" with { type: "json" };
import { glModdle } from "../../../engine/parse/gl-moddle.ts";
import { type Fact, factsOf } from "./facts.ts";

export interface Difference {
  /** Of `Fact`. */
  readonly key: string;
  readonly detail?: string;
  readonly before?: string;
  readonly after?: string;
}

export interface FlowChange {
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly elementId: string;
  /** `bpmn:UserTask` … */
  readonly type: string;
  /** "" when nobody named it; a flow without a name has those of its ends. */
  readonly name: string;
  /** Names of the steps right before it, for what nobody named; empty when they have none either. */
  readonly after: readonly string[];
  /** Filled for "changed". */
  readonly differences: readonly Difference[];
}

async function read(xml: string): Promise<object> {
  return (await new BpmnModdle({ zeebe: zeebeModdle, gl: glModdle }).fromXML(xml)).rootElement;
}

const nameOf = (fact: Fact): string => `${fact.key} ${fact.detail ?? ""}`;

function differencesOf(before: ModdleElement, after: ModdleElement): readonly Difference[] {
  const old = new Map(factsOf(before).map((fact) => [nameOf(fact), fact]));
  const now = new Map(factsOf(after).map((fact) => [nameOf(fact), fact]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    const fact = was ?? is;
    if (fact === undefined || was?.value === is?.value) return [];
    return [
      {
        key: fact.key,
        ...(fact.detail === undefined ? {} : { detail: fact.detail }),
        ...(was === undefined ? {} : { before: was.value }),
        ...(is === undefined ? {} : { after: is.value }),
      },
    ];
  });
}

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === "object" && value !== null && "$type" in value;

function childrenOf(element: ModdleElement): readonly ModdleElement[] {
  return ["rootElements", "flowElements", "laneSets", "lanes", "artifacts", "participants"].flatMap((name) => {
    const value = element.get(name);
    return Array.isArray(value) ? value.filter(isElement) : [];
  });
}

/** Everything with an id that people see, in document order. */
function elementsIn(root: ModdleElement): ReadonlyMap<string, ModdleElement> {
  const found = new Map<string, ModdleElement>();
  const visit = (element: ModdleElement) => {
    for (const child of childrenOf(element)) {
      if (child.id !== undefined) found.set(child.id, child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** A flow without a name is known by its ends. */
function nameOrEnds(element: ModdleElement): string {
  const name = element.name ?? "";
  const ends = [element.get("sourceRef"), element.get("targetRef")].filter(isElement);
  if (name !== "" || ends.length < 2) return name;
  return ends.map((end) => (end.name === undefined || end.name === "" ? (end.id ?? "") : end.name)).join(" → ");
}

function stepsBefore(element: ModdleElement): readonly string[] {
  const incoming = element.get("incoming");
  const flows = Array.isArray(incoming) ? incoming.filter(isElement) : [];
  const names = flows.map((flow) => flow.get("sourceRef")).filter(isElement);
  return [...new Set(names.map((step) => step.name ?? "").filter((name) => name !== ""))];
}

const plain = (kind: FlowChange["kind"], element: ModdleElement): FlowChange => ({
  ...{ kind, elementId: element.id ?? "", type: element.$type, name: nameOrEnds(element) },
  ...{ after: stepsBefore(element), differences: [] },
});

export interface FlowComparison {
  readonly changes: readonly FlowChange[];
  /** Names of all elements of both versions by id, the later name first. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * In: two BPMN files. Out: what differs, in the order of the document; removed things last.
 * @throws when one of them is no XML.
 */
export async function flowChanges(before: string, after: string): Promise<FlowComparison> {
  const [from, to] = await Promise.all([read(before), read(after)]);
  const found = diff(from, to);
  const [old, now] = [elementsIn(from as ModdleElement), elementsIn(to as ModdleElement)];
  const changes: FlowChange[] = [];
  for (const [id, element] of now) {
    const was = old.get(id);
    if (was === undefined) {
      changes.push(plain("added", element));
      continue;
    }
    const differences = differencesOf(was, element);
    if (differences.length > 0) changes.push({ ...plain("changed", element), differences });
    else if (id in found._layoutChanged) changes.push(plain("moved", element));
  }
  for (const [id, element] of old) if (!now.has(id)) changes.push(plain("removed", element));
  const names = [...old, ...now].map(([id, element]) => [id, element.name ?? ""] as const);
  return { changes, names: new Map(names.filter(([, name]) => name !== "")) };
}
