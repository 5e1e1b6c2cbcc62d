/** Every FEEL text of the element compiles (decided.md 13). */
import { compile } from "../../feel/index.ts";
import { scriptOf } from "../build/flow-node.ts";
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, childrenOf, conditionOf, extensionsOf, feelOf, isA, isElement, isFeel, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import type { Rule } from "./rule.ts";

export const feelCompiles: Rule = (element) =>
  feelTexts(element).flatMap((source) => {
    const compiled = compile(source);
    if (compiled.ok) return [];
    return compiled.problems.map(({ zh, en }) =>
      problemAt(
        element,
        "BPMN_FEEL_INVALID",
        `的表达式“${source}”有误：${zh}`,
        `has a faulty expression "${source}": ${en}`,
      ),
    );
  });

function feelTexts(element: Element): readonly string[] {
  const own = OWN_PARTS.map((part) => textOf(childOf(element, part), "body"));
  const script = isA(element, "bpmn:ScriptTask") ? conditionOf(scriptOf(element)) : "";
  const attributes = [
    ...extensionsOf(element),
    ...extensionsOf(childOf(element, "loopCharacteristics")),
    ...messages(element).flatMap(extensionsOf),
  ].flatMap(textsWithin);
  const signals = definitionsOf(element).flatMap((definition) => childOf(definition, "signalRef") ?? []);
  const names = [...messages(element), ...signals].flatMap((message) => textOf(message, "name") ?? []);
  const times = definitionsOf(element).flatMap((definition) =>
    ["timeDate", "timeDuration", "timeCycle"].flatMap((part) => textOf(childOf(definition, part), "body") ?? []),
  );
  const marked = [...attributes, ...names, ...times].filter(isFeel).map(feelOf);
  const conditions = definitionsOf(element).map((definition) => textOf(childOf(definition, "condition"), "body"));
  const loop = childOf(element, "loopCharacteristics");
  const loopBodies = LOOP_PARTS.map((part) => textOf(childOf(loop, part), "body"));
  const bodies = [...[...own, ...conditions, ...loopBodies].map((body) => conditionOf(body ?? "")), script].filter(
    (body) => body !== "",
  );
  return [...marked, ...bodies];
}

const OWN_PARTS = ["conditionExpression", "activationCondition", "completionCondition"];
const LOOP_PARTS = ["loopCondition", "loopCardinality", "completionCondition"];

function messages(element: Element): readonly Element[] {
  return [element, ...definitionsOf(element)].flatMap((holder) => childOf(holder, "messageRef") ?? []);
}

/** Attributes of zeebe's and our own extensions. Headers and properties are texts for others and never FEEL. */
function textsWithin(extension: Element): readonly string[] {
  if (!/^(zeebe|gl):/.test(extension.$type) || /^zeebe:(TaskHeaders|Properties|Script)$/.test(extension.$type))
    return [];
  const own = Object.entries(extension).flatMap(([name, value]) =>
    typeof value === "string" && !name.startsWith("$") ? [value] : [],
  );
  const inner = ["inputParameters", "outputParameters", "fields"].flatMap((name) => childrenOf(extension, name));
  return [...own, ...inner.filter(isElement).flatMap(textsWithin)];
}
