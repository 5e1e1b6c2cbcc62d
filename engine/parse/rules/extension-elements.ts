/** Extensions: zeebe's and ours where the engine reads them, once each; others are kept and told (decided.md 14). */
import { childOf, extensionsOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { definitionsOf } from "../build/event-definition.ts";
import { problemAt, warningAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** Types of elements that an extension may stand in. What is not listed the engine does not execute. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  "zeebe:TaskDefinition": ["bpmn:ServiceTask", "bpmn:SendTask"],
  "zeebe:TaskHeaders": ["bpmn:ServiceTask", "bpmn:SendTask", "bpmn:UserTask"],
  "zeebe:IoMapping": ["bpmn:Activity", "bpmn:Event"],
  "zeebe:AssignmentDefinition": ["bpmn:UserTask"],
  "zeebe:TaskSchedule": ["bpmn:UserTask"],
  "zeebe:PriorityDefinition": ["bpmn:UserTask"],
  "zeebe:FormDefinition": ["bpmn:UserTask"],
  "zeebe:UserTask": ["bpmn:UserTask"],
  "zeebe:CalledElement": ["bpmn:CallActivity"],
  "zeebe:AdHoc": ["bpmn:AdHocSubProcess"],
  "zeebe:CalledDecision": ["bpmn:BusinessRuleTask"],
  "zeebe:LoopCharacteristics": ["bpmn:MultiInstanceLoopCharacteristics"],
  "zeebe:Script": ["bpmn:ScriptTask"],
  "zeebe:Subscription": ["bpmn:Message"],
  "zeebe:VersionTag": ["bpmn:Process"],
  "zeebe:Properties": ["bpmn:BaseElement"],
  "gl:Clock": [
    "bpmn:UserTask",
    "bpmn:ServiceTask",
    "bpmn:SendTask",
    "bpmn:ReceiveTask",
    "bpmn:SubProcess",
    "bpmn:CallActivity",
  ],
  "gl:Ladder": [
    "bpmn:UserTask",
    "bpmn:ServiceTask",
    "bpmn:SendTask",
    "bpmn:ReceiveTask",
    "bpmn:SubProcess",
    "bpmn:CallActivity",
  ],
  "gl:FieldRights": ["bpmn:UserTask"],
  "gl:Slot": ["bpmn:CallActivity"],
  "gl:Extend": ["bpmn:Activity"],
};

export const extensionElements: Rule = (element) =>
  [element, ...innerOf(element)].flatMap((holder) => {
    const seen = new Set<string>();
    return extensionsOf(holder).flatMap((extension) => {
      const isRepeated = seen.has(extension.$type);
      seen.add(extension.$type);
      return check(element, holder, extension, isRepeated);
    });
  });

/** Elements without a place of their own in the process: event definitions and the messages they name. */
function innerOf(element: Element): readonly Element[] {
  const definitions = definitionsOf(element);
  const messages = [element, ...definitions].flatMap((holder) => childOf(holder, "messageRef") ?? []);
  const loop = childOf(element, "loopCharacteristics");
  return [...definitions, ...messages, ...(loop === undefined ? [] : [loop])];
}

function check(element: Element, holder: Element, extension: Element, isRepeated: boolean): ReturnType<Rule> {
  const name = extension.$type.replace(/:(.)/, (_, first: string) => `:${first.toLowerCase()}`);
  if (!/^(zeebe|gl|bpmn):/.test(extension.$type)) {
    return [
      warningAt(
        element,
        "BPMN_FOREIGN_KEPT",
        `含外来扩展“${extension.$type}”，保留但不执行`,
        `has the foreign extension "${extension.$type}"; it is kept and ignored`,
      ),
    ];
  }
  const places = Object.hasOwn(PLACES, extension.$type) ? PLACES[extension.$type] : undefined;
  if (places === undefined) {
    return [
      problemAt(
        element,
        "BPMN_NOT_SUPPORTED",
        `使用了引擎暂不支持的扩展“${name}”`,
        `uses the extension "${name}", which the engine does not support yet`,
      ),
    ];
  }
  if (!places.some((place) => isA(holder, place))) {
    return [
      problemAt(element, "BPMN_EXTENSION_MISPLACED", `不能使用扩展“${name}”`, `cannot have the extension "${name}"`),
    ];
  }
  return isRepeated
    ? [
        problemAt(
          element,
          "BPMN_EXTENSION_REPEATED",
          `重复使用扩展“${name}”`,
          `has the extension "${name}" more than once`,
        ),
      ]
    : FINE;
}
