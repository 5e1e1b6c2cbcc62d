/** Loop characteristics → the model's: BPMN's own and zeebe's. */
import type { Feel, Loop, MultiInstance } from "../../model/process.ts";
import { childOf, childrenOf, conditionOf, extensionOf, feelOf, flagOf, isA, numberOf, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { loopData } from "./loop-data.ts";
import { definitionsOf, readDefinition } from "./event-definition.ts";

export function loopOf(node: Element): { readonly loop?: Loop } {
  const loop = childOf(node, "loopCharacteristics");
  if (loop === undefined) return {};
  return { loop: isA(loop, "bpmn:StandardLoopCharacteristics") ? standardLoop(loop) : multiInstance(loop, node) };
}

function standardLoop(loop: Element): Loop {
  const condition = bodyOf(loop, "loopCondition");
  const maximum = numberOf(loop, "loopMaximum");
  return {
    kind: "standard",
    testBefore: flagOf(loop, "testBefore") === true,
    ...(condition === undefined ? {} : { condition }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

function bodyOf(element: Element, name: string): Feel | undefined {
  const body = conditionOf(textOf(childOf(element, name), "body") ?? "");
  return body === "" ? undefined : body;
}

function multiInstance(loop: Element, node: Element): Loop {
  const cardinality = bodyOf(loop, "loopCardinality");
  const completionCondition = bodyOf(loop, "completionCondition");
  const throws = behaviorOf(loop);
  return {
    kind: "multi",
    isSequential: flagOf(loop, "isSequential") === true,
    ...(cardinality === undefined ? {} : { cardinality }),
    ...loopData(node),
    ...collections(extensionOf(loop, "zeebe:LoopCharacteristics")),
    ...(completionCondition === undefined ? {} : { completionCondition }),
    ...(throws.length === 0 ? {} : { throws }),
  };
}

function collections(zeebe: Element | undefined): Pick<MultiInstance, "input" | "output"> {
  const [source, element] = [textOf(zeebe, "inputCollection"), textOf(zeebe, "inputElement")];
  const [collection, output] = [textOf(zeebe, "outputCollection"), textOf(zeebe, "outputElement")];
  return {
    ...(source === undefined
      ? {}
      : { input: { collection: feelOf(source), ...(element === undefined ? {} : { element }) } }),
    ...(collection === undefined || output === undefined ? {} : { output: { collection, element: feelOf(output) } }),
  };
}

/** None throws each time, One the first time, Complex when its conditions say so, All never (BPMN 2.0 §13.3.7). */
function behaviorOf(loop: Element): NonNullable<MultiInstance["throws"]> {
  switch (textOf(loop, "behavior")) {
    case "None":
      return thrown(childOf(loop, "noneBehaviorEventRef"), "true");
    case "One":
      return thrown(childOf(loop, "oneBehaviorEventRef"), "numberOfCompletedInstances = 1");
    case "Complex":
      return childrenOf(loop, "complexBehaviorDefinition").flatMap((complex) =>
        thrown(definitionsOf(childOf(complex, "event") ?? complex)[0], bodyOf(complex, "condition") ?? "false"),
      );
    default:
      return [];
  }
}

function thrown(definition: Element | undefined, condition: Feel): NonNullable<MultiInstance["throws"]> {
  return definition === undefined ? [] : [{ condition, event: readDefinition(definition) }];
}
