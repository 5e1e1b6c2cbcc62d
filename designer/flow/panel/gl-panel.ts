/** Arranges the properties panel for street offices: our groups first, what belongs to another product's server left out. */
import type { DiagramElement } from "bpmn-js/lib/NavigatedViewer";
import type { Injector } from "bpmn-js/lib/Modeler";
import type { PropertiesPanel } from "bpmn-js-properties-panel";
import type { FlowContent } from "../edit/flow-content.ts";
import { decisionEntry, formGroup, processEntry } from "./called-groups.ts";
import type { Entry, PanelGroup } from "./entries.ts";
import { excludeGroup, extendGroup, limitGroup, slotGroup, stageGroup } from "./governance-groups.ts";
import { isA } from "./moddle-edits.ts";
import type { PanelContext } from "./panel-context.ts";
import { peopleGroup } from "./people-group.ts";
import { rightsGroup } from "./rights-group.ts";
import { startGroup } from "./start-group.ts";

/** Groups of the library that say something which the engine executes, in the order in which they stand after ours. */
const kept = [
  "assignmentDefinition",
  "calledDecision",
  "calledElement",
  "taskDefinition",
  "timer",
  "message",
  "error",
  "escalation",
  "signal",
  "link",
  "condition",
  "event-condition",
  "script",
  "compensation",
  "multiInstance",
  "headers",
  "inputs",
  "outputs",
  "documentation",
];

/** Fields inside kept groups that the engine refuses, or that one of ours replaces. */
const hidden = new Set([
  "versionTag",
  "bindingType",
  "isExecutable",
  "targetProcessId",
  "decisionId",
  "externalFormKey",
  "followUpDate",
  "taskScheduleFollowUpDate",
  "jobPriorityDefinitionPriority",
]);

const isShown = (entry: Entry): boolean =>
  !hidden.has(entry.id) && !/versionTag|bindingType|elementTemplate/i.test(entry.id);

/** Drops the hidden entries; a picker takes the place of a key to be typed. */
function tidied(group: PanelGroup, context: PanelContext): PanelGroup {
  if (group.entries === undefined) return group;
  const isRoot = isA(context.element, "bpmn:Process", "bpmn:Collaboration");
  // The id of a process is its key, by which cases and other flows find it: it never changes.
  const entries = group.entries.filter((entry) => isShown(entry) && !(isRoot && entry.id === "id"));
  if (group.id === "calledDecision") return { ...group, entries: [decisionEntry(context), ...entries] };
  if (group.id === "calledElement") return { ...group, entries: [processEntry(context), ...entries] };
  return { ...group, entries };
}

function arranged(groups: readonly PanelGroup[], context: PanelContext): readonly PanelGroup[] {
  const byId = new Map(groups.map((group) => [group.id, tidied(group, context)]));
  const take = (id: string): readonly PanelGroup[] => {
    const group = byId.get(id);
    return group === undefined || group.entries?.length === 0 ? [] : [group];
  };
  return [
    ...take("general"),
    ...startGroup(context),
    ...formGroup(context),
    ...rightsGroup(context),
    ...peopleGroup(context),
    ...limitGroup(context),
    ...stageGroup(context),
    ...excludeGroup(context),
    ...extendGroup(context),
    ...slotGroup(context),
    ...kept.flatMap(take),
  ];
}

/** Below the zeebe provider (500), so that its groups are there to be arranged. */
const priority = 300;

class GlPanel {
  static readonly $inject = ["propertiesPanel", "injector", "translate", "glContent"];
  readonly #services: Injector;
  readonly #say: (template: string) => string;
  readonly #content: FlowContent;

  constructor(panel: PropertiesPanel, services: Injector, say: (template: string) => string, content: FlowContent) {
    this.#services = services;
    this.#say = say;
    this.#content = content;
    panel.registerProvider(priority, this);
  }

  getGroups(element: DiagramElement) {
    const context = { element, services: this.#services, say: this.#say, content: this.#content };
    return (groups: readonly PanelGroup[]) => arranged(groups, context);
  }
}

export function glPanelModule(content: FlowContent): object {
  return { __init__: ["glPanel"], glPanel: ["type", GlPanel], glContent: ["value", content] };
}
