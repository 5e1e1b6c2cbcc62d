/** Pickers for what a step calls: its form, a decision table, another flow. All are bound to the bundle (decided.md 11). */
import type { Choice } from "../edit/flow-content.ts";
import { choiceEntry, type Entry, group, type PanelGroup } from "./entries.ts";
import { extensionOf, isA, setExtension, setOrRemove, textOf } from "./moddle-edits.ts";
import { optional, type PanelContext } from "./panel-context.ts";

export function formGroup(context: PanelContext): readonly PanelGroup[] {
  const { element, services, content, say } = context;
  if (!isA(element, "bpmn:UserTask")) return [];
  const type = "zeebe:FormDefinition";
  const form = textOf(extensionOf(element, type), "formId");
  return [
    group("glForm", say("Form"), [
      choiceEntry(
        element,
        {
          ...{ id: "glFormKey", label: say("Form that is filled in"), services, get: () => form },
          set: (value) => setOrRemove(services, element, type, "formId", value),
        },
        optional(context, content.forms, form),
      ),
    ]),
  ];
}

function calledEntry(
  context: PanelContext,
  words: { readonly id: string; readonly label: string },
  at: { readonly type: string; readonly name: string },
  choices: readonly Choice[],
): Entry {
  const { element, services } = context;
  const present = textOf(extensionOf(element, at.type), at.name);
  return choiceEntry(
    element,
    {
      ...{ ...words, services, get: () => present },
      set: (value) => setExtension(services, element, at.type, { [at.name]: value === "" ? undefined : value }),
    },
    optional(context, choices, present),
  );
}

/** In place of the first entry of the panel's own group, which asks for a key to be typed. */
export function decisionEntry(context: PanelContext): Entry {
  const words = { id: "glDecision", label: context.say("Decision table") };
  return calledEntry(context, words, { type: "zeebe:CalledDecision", name: "decisionId" }, context.content.decisions);
}

export function processEntry(context: PanelContext): Entry {
  const words = { id: "glProcess", label: context.say("Flow that is called") };
  return calledEntry(context, words, { type: "zeebe:CalledElement", name: "processId" }, context.content.processes);
}
