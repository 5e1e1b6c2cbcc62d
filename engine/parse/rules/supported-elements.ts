/** Only what the engine executes: everything else is refused by name, never passed through in silence. */
import { isBuildable } from "../build/flow-node.ts";
import { isA } from "../element.ts";
import { notSupported } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const supportedElements: Rule = (element) =>
  isA(element, "bpmn:FlowNode") && !isBuildable(element) ? [notSupported(element)] : FINE;
