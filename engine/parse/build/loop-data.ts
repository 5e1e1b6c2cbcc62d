/** BPMN's own collection and item of a multi-instance, and what each instance gives to the other collection (§10.3.8). */
import type { Feel, MultiInstance } from "../../model/process.ts";
import { childOf, childrenOf } from "../element.ts";
import type { Element } from "../element.ts";
import { copiesOf, loopItems } from "./data-flow.ts";
import { itemName } from "./data-item.ts";

export function loopData(node: Element): Pick<MultiInstance, "input" | "output"> {
  const { collection, item, collected, itemGiven } = loopItems(node);
  const [source, element] = [comingTo(node, collection) ?? itemName(collection), itemName(item)];
  const into = itemName(collected);
  return {
    ...(source === undefined ? {} : { input: { collection: source, ...(element === undefined ? {} : { element }) } }),
    ...(into === undefined ? {} : { output: { collection: into, element: givenBy(node, itemGiven) ?? into } }),
  };
}

/** A data input of the activity is read where its association reads it: the collection is asked for before any instance. */
function comingTo(node: Element, input: Element | undefined): Feel | undefined {
  if (input === undefined) return undefined;
  const association = childrenOf(node, "dataInputAssociations").find((each) => childOf(each, "targetRef") === input);
  return association && copiesOf(association)[0]?.source;
}

function givenBy(node: Element, item: Element | undefined): Feel | undefined {
  if (item === undefined) return undefined;
  const association = childrenOf(node, "dataOutputAssociations").find((each) => childOf(each, "targetRef") === item);
  return (association && copiesOf(association)[0]?.source) ?? itemName(item);
}
