/** What grid governance says about a step beyond zeebe: stage and state, limit and ladder, who must not do it, slots. */
import type { ModdleElement } from "bpmn-js/lib/NavigatedViewer";
import { withPresent, type Choice } from "../edit/flow-content.ts";
import { choiceEntry, expressionEntry, group, listGroup, type PanelGroup, textEntry } from "./entries.ts";
import {
  extensionOf,
  isA,
  nodesBelow,
  processOf,
  setAttribute,
  setExtension,
  setOrRemove,
  textOf,
} from "./moddle-edits.ts";
import { replaced, without } from "./lists.ts";
import { optional, type PanelContext } from "./panel-context.ts";

/** Elements on which the engine reads a clock (rule `extension-elements`). */
const timed = ["UserTask", "ServiceTask", "SendTask", "ReceiveTask", "SubProcess", "CallActivity"].map(
  (t) => `bpmn:${t}`,
);
/** Whose doers can be excluded (rule `gl-references`). */
const actors = ["UserTask", "StartEvent", "SubProcess", "CallActivity"].map((t) => `bpmn:${t}`);

export function stageGroup(context: PanelContext): readonly PanelGroup[] {
  const { element, services, content, say } = context;
  if (!isA(element, "bpmn:FlowNode")) return [];
  const attribute = (id: string, label: string, name: string, choices: readonly Choice[]) => {
    const present = textOf(element.businessObject, name);
    return choiceEntry(
      element,
      { id, label, services, get: () => present, set: (value) => setAttribute(services, element, name, value) },
      optional(context, choices, present),
    );
  };
  return [
    group("glStage", say("Stage and case state"), [
      attribute("glStageKey", say("Stage, for the figures"), "gl:stage", content.stages),
      attribute("glCaseState", say("Case state from here on"), "gl:caseState", content.states),
    ]),
  ];
}

export function limitGroup(context: PanelContext): readonly PanelGroup[] {
  const { element, services, content, say } = context;
  if (!isA(element, ...timed)) return [];
  const limit = textOf(extensionOf(element, "gl:Clock"), "limit");
  const ladder = textOf(extensionOf(element, "gl:Ladder"), "key");
  const setLimit = (value: string) => setOrRemove(services, element, "gl:Clock", "limit", value);
  const isOwn = limit !== "" && !content.limits.some((choice) => choice.value === limit);
  const choices = isOwn ? [{ value: limit, label: say("Own expression") }, ...content.limits] : content.limits;
  return [
    group("glLimit", say("Limit and escalation"), [
      choiceEntry(
        element,
        { id: "glLimitChoice", label: say("Limit"), services, get: () => limit, set: setLimit },
        optional(context, choices, limit),
      ),
      expressionEntry(element, {
        ...{ id: "glLimitExpression", label: say("Limit as an expression"), services, get: () => limit, set: setLimit },
      }),
      choiceEntry(
        element,
        {
          ...{ id: "glLadder", label: say("Ladder of reminders and cards"), services, get: () => ladder },
          set: (value) => setOrRemove(services, element, "gl:Ladder", "key", value),
        },
        optional(context, content.ladders, ladder),
      ),
    ]),
  ];
}

const nameOf = (node: ModdleElement): string =>
  node.name === undefined || node.name === "" ? (node.id ?? "") : node.name;

export function excludeGroup(context: PanelContext): readonly PanelGroup[] {
  const { element, services, say } = context;
  if (!isA(element, "bpmn:UserTask")) return [];
  const ids = textOf(element.businessObject, "gl:excludeActorOf")
    .split(/\s+/)
    .filter((id) => id !== "");
  const write = (next: readonly string[]) => setAttribute(services, element, "gl:excludeActorOf", next.join(" "));
  const choices = nodesBelow(processOf(element))
    .filter((node) => node.id !== element.businessObject.id && actors.some((type) => node.$instanceOf(type)))
    .map((node) => ({ value: node.id ?? "", label: nameOf(node) }));
  const labels = new Map(choices.map((choice) => [choice.value, choice.label]));
  const items = ids.map((step, at) => ({
    id: `glExclude${String(at)}`,
    label: labels.get(step) ?? step,
    entries: [
      choiceEntry(
        element,
        {
          ...{ id: `glExclude${String(at)}Step`, label: say("Not whoever did"), services, get: () => step },
          set: (value: string) => write(replaced(ids, at, value)),
        },
        withPresent(choices, step, say("no such step")),
      ),
    ],
    remove: (event: Event) => {
      event.stopPropagation();
      write(without(ids, at));
    },
  }));
  const add = (event: Event) => {
    event.stopPropagation();
    const next = choices.find((choice) => !ids.includes(choice.value));
    if (next !== undefined) write([...ids, next.value]);
  };
  return [listGroup("glExclude", say("Not the same person as"), items, add)];
}

export function slotGroup(context: PanelContext): readonly PanelGroup[] {
  const { element, services, say } = context;
  if (!isA(element, "bpmn:CallActivity")) return [];
  const slot = extensionOf(element, "gl:Slot");
  const attribute = (id: string, label: string, name: string, set: (value: string) => void) =>
    textEntry(element, { id, label, services, get: () => textOf(slot, name), set });
  const keep = (name: string) => (value: string) => {
    setExtension(services, element, "gl:Slot", { [name]: value === "" ? undefined : value });
  };
  return [
    group("glSlot", say("Slot that streets may fill"), [
      attribute("glSlotId", say("Slot key"), "id", (value) => setOrRemove(services, element, "gl:Slot", "id", value)),
      ...(slot === undefined
        ? []
        : [
            attribute("glSlotIn", say("Variables that go in"), "in", keep("in")),
            attribute("glSlotOut", say("Variables that come back"), "out", keep("out")),
          ]),
    ]),
  ];
}

/** A step that lengthens the limit of another one. */
export function extendGroup(context: PanelContext): readonly PanelGroup[] {
  const { element, services, say } = context;
  const extend = extensionOf(element, "gl:Extend");
  if (!isA(element, "bpmn:Activity") || (extend === undefined && element.type !== "bpmn:Task")) return [];
  const choices = nodesBelow(processOf(element))
    .filter((node) => timed.some((type) => node.$instanceOf(type)))
    .map((node) => ({ value: node.id ?? "", label: nameOf(node) }));
  const activity = textOf(extend, "activity");
  return [
    group("glExtend", say("Lengthening a limit"), [
      choiceEntry(
        element,
        {
          ...{ id: "glExtendActivity", label: say("Step whose limit is lengthened"), services, get: () => activity },
          set: (value) => setOrRemove(services, element, "gl:Extend", "activity", value),
        },
        optional(context, choices, activity),
      ),
      ...(extend === undefined
        ? []
        : [
            expressionEntry(element, {
              ...{ id: "glExtendBy", label: say("By how much"), services, get: () => textOf(extend, "by") },
              set: (value) => setExtension(services, element, "gl:Extend", { by: value === "" ? undefined : value }),
            }),
          ]),
    ]),
  ];
}
