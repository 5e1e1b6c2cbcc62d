/** Data associations and the input and output sets of an activity or event (BPMN 2.0 §10.4.2) → what is copied in and out. */
import type { DataCopy, DataFlow } from "../../model/process.ts";
import { childOf, childrenOf, conditionOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { itemName } from "./data-item.ts";
import { setsOf } from "./data-sets.ts";

export function dataFlow(node: Element): { readonly data?: DataFlow } {
  const io = childOf(node, "ioSpecification") ?? eventItems(node);
  const ins = childrenOf(node, "dataInputAssociations");
  // A property of the activity itself ends with it: nothing that it is given can be read again.
  const outs = childrenOf(node, "dataOutputAssociations").filter(
    (each) => childOf(each, "targetRef")?.$parent !== node,
  );
  if (io === undefined && ins.length + outs.length === 0) return {};
  return { data: io === undefined ? drawnFlow(node, ins, outs) : specifiedFlow(node, io, ins, outs) };
}

/** Events have their data inputs and outputs without an ioSpecification around them. */
function eventItems(node: Element): Element | undefined {
  const items = ["dataInputs", "dataOutputs"].flatMap((name) => childrenOf(node, name));
  return isA(node, "bpmn:Event") && items.length > 0 ? node : undefined;
}

function specifiedFlow(node: Element, io: Element, ins: readonly Element[], outs: readonly Element[]): DataFlow {
  const loop = loopItems(node);
  const given = childrenOf(io, "dataOutputs");
  const isOfLoop = (association: Element): boolean =>
    loop.collected !== undefined && childrenOf(association, "sourceRef").includes(loop.collected);
  const isItem = (association: Element): boolean => isTarget(association, loop.itemGiven);
  const [only] = given.length === 1 ? given : [];
  const once = outs.filter((each) => !isOfLoop(each) && !isItem(each));
  const afterLoop = outs.filter(isOfLoop).flatMap((each) => copiesOf(each));
  const [needs, gives] = [neededSets(io, ins, loop), givenSets(io, loop)];
  return {
    inputs: ins.filter((each) => !isTarget(each, loop.collection)).flatMap((each) => copiesOf(each)),
    // With an item of its own the collection is what comes of it, not what an instance gives.
    results: namesOf(
      loop.itemGiven === undefined ? given : [...given.filter((item) => item !== loop.collected), loop.itemGiven],
    ),
    outputs: once.flatMap((each) => copiesOf(each, only)),
    ...(afterLoop.length === 0 ? {} : { afterLoop }),
    ...(needs === undefined ? {} : { needs }),
    ...(gives === undefined ? {} : { gives }),
  };
}

/** Without data inputs and outputs an association says no more than which object: taken by its own name. */
function drawnFlow(node: Element, ins: readonly Element[], outs: readonly Element[]): DataFlow {
  const isSent = isA(node, "bpmn:ThrowEvent") || isA(node, "bpmn:SendTask");
  const outputs = outs.flatMap((each) => copiesOf(each, childOf(each, "targetRef")));
  return {
    isDrawn: true,
    inputs: ins.filter((each) => isSent || isMore(each)).flatMap((each) => copiesOf(each)),
    results: namesOf(
      outs.flatMap((each) => [...childrenOf(each, "sourceRef"), childOf(each, "targetRef")].slice(0, 1)),
    ),
    outputs,
  };
}

/** It computes something, or fills something that has a name. */
function isMore(association: Element): boolean {
  return (
    childOf(association, "transformation") !== undefined ||
    childrenOf(association, "assignment").length > 0 ||
    itemName(childOf(association, "targetRef")) !== undefined
  );
}

/**
 * What one association does (§10.4.2, execution semantics): the transformation replaces the target, assignments change parts
 * of it; without either the one source is copied. `other`: the source where none is written.
 */
export function copiesOf(association: Element, other?: Element): readonly DataCopy[] {
  const written = childrenOf(association, "sourceRef");
  const sources = namesOf(written.length === 0 ? [other] : written);
  const end = childOf(association, "targetRef");
  if (isA(end, "bpmn:DataStoreReference") || isA(end, "bpmn:DataStore")) return [];
  const target = itemName(end) ?? sources[0];
  const transformation = bodyOf(childOf(association, "transformation"));
  const assignments = childrenOf(association, "assignment").map((each) => ({
    source: bodyOf(childOf(each, "from")),
    target: pathOf(childOf(each, "to"), association, target ?? ""),
    sources,
  }));
  if (target === undefined) return assignments;
  if (transformation !== "") return [{ source: transformation, target, sources }, ...assignments];
  const [source] = sources;
  const isStore = written.length > sources.length;
  if (assignments.length > 0 || source === undefined || isStore) return assignments;
  return [{ source, target, sources }];
}

/** The target may be called by its id too: that is what it is called in XML. */
function pathOf(to: Element | undefined, association: Element, target: string): string {
  const path = bodyOf(to);
  const id = textOf(childOf(association, "targetRef"), "id") ?? "";
  if (path === "") return target;
  return path === id || path.startsWith(`${id}.`) ? `${target}${path.slice(id.length)}` : path;
}

const bodyOf = (expression: Element | undefined): string => conditionOf(textOf(expression, "body") ?? "");
const namesOf = (items: readonly (Element | undefined)[]): readonly string[] => [
  ...new Set(items.flatMap((item) => itemName(item) ?? [])),
];
const isTarget = (association: Element, item: Element | undefined): boolean =>
  item !== undefined && childOf(association, "targetRef") === item;

interface LoopItems {
  readonly collection: Element | undefined;
  readonly item: Element | undefined;
  readonly collected: Element | undefined;
  readonly itemGiven: Element | undefined;
}

/** What belongs to the whole of a multi-instance and what to each of its instances (§10.3.8). */
export function loopItems(node: Element): LoopItems {
  const loop = childOf(node, "loopCharacteristics");
  return {
    collection: childOf(loop, "loopDataInputRef"),
    item: childOf(loop, "inputDataItem"),
    collected: childOf(loop, "loopDataOutputRef"),
    itemGiven: childOf(loop, "outputDataItem"),
  };
}

/** By set, the data that its required inputs come from; undefined when nothing need be there. */
function neededSets(io: Element, ins: readonly Element[], { item }: LoopItems): DataFlow["needs"] {
  const inner = itemName(item);
  return setsOf(io, "inputSets", (input) =>
    ins
      .filter((each) => isTarget(each, input))
      .flatMap((each) => namesOf(childrenOf(each, "sourceRef")))
      .filter((name) => name !== inner),
  );
}

function givenSets(io: Element, { collected }: LoopItems): DataFlow["gives"] {
  return setsOf(io, "outputSets", (output) => (output === collected ? [] : namesOf([output])));
}
