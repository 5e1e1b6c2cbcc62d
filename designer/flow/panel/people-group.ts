/** Who does a user task: rows of unit and post for `zeebe:assignmentDefinition candidateGroups`. */
import { readCandidateGroups, writeCandidateGroups, type CandidateGroup } from "../edit/candidate-groups.ts";
import { labelOf, withPresent } from "../edit/flow-content.ts";
import { choiceEntry, listGroup, type ListItem, type PanelGroup, textEntry } from "./entries.ts";
import { extensionOf, isA, setOrRemove, setExtension, textOf } from "./moddle-edits.ts";
import { replaced, without } from "./lists.ts";
import type { PanelContext } from "./panel-context.ts";

const type = "zeebe:AssignmentDefinition";

function write(context: PanelContext, groups: readonly CandidateGroup[]): void {
  const { services, element } = context;
  const text = writeCandidateGroups(groups);
  const found = extensionOf(element, type);
  const isAlone = textOf(found, "assignee") === "" && textOf(found, "candidateUsers") === "";
  if (text === undefined && isAlone) setOrRemove(services, element, type, "candidateGroups", "");
  else setExtension(services, element, type, { candidateGroups: text });
}

function pairItem(context: PanelContext, groups: readonly CandidateGroup[], at: number): ListItem {
  const { element, services, content, say } = context;
  const pair = groups[at];
  if (pair?.kind !== "pair") return expressionItem(context, groups, at);
  const id = `glPeople${String(at)}`;
  const missing = say("not in this pack");
  const change = (part: Partial<typeof pair>) => write(context, replaced(groups, at, { ...pair, ...part }));
  return {
    id,
    label: `${labelOf(content.units, pair.unit)} · ${labelOf(content.roles, pair.role)}`,
    autoFocusEntry: `${id}Unit`,
    entries: [
      choiceEntry(
        element,
        { id: `${id}Unit`, label: say("Unit"), services, get: () => pair.unit, set: (unit) => change({ unit }) },
        withPresent(content.units, pair.unit, missing),
      ),
      choiceEntry(
        element,
        { id: `${id}Role`, label: say("Post"), services, get: () => pair.role, set: (role) => change({ role }) },
        withPresent(content.roles, pair.role, missing),
      ),
    ],
    remove: (event) => {
      event.stopPropagation();
      write(context, without(groups, at));
    },
  };
}

function expressionItem(context: PanelContext, groups: readonly CandidateGroup[], at: number): ListItem {
  const { element, services, say } = context;
  const row = groups[at];
  const text = row?.kind === "expression" ? row.text : "";
  const id = `glPeople${String(at)}`;
  return {
    id,
    label: `${say("Expression")} ${text}`,
    entries: [
      textEntry(element, {
        ...{ id: `${id}Text`, label: say("Expression"), services, get: () => text },
        set: (changed) => write(context, replaced(groups, at, { kind: "expression", text: changed })),
      }),
    ],
    remove: (event) => {
      event.stopPropagation();
      write(context, without(groups, at));
    },
  };
}

/** None when the attribute is no list: then the expression below it is the only way to change it. */
export function peopleGroup(context: PanelContext): readonly PanelGroup[] {
  const { element, content, say } = context;
  if (!isA(element, "bpmn:UserTask")) return [];
  const groups = readCandidateGroups(textOf(extensionOf(element, type), "candidateGroups"));
  if (groups === undefined) return [];
  const add = (event: Event) => {
    event.stopPropagation();
    const first = { unit: content.units[0]?.value ?? "owner.lead", role: content.roles[0]?.value ?? "owner.role" };
    write(context, [...groups, { kind: "pair", ...first }]);
  };
  return [
    listGroup(
      "glPeople",
      say("Posts that do this step"),
      groups.map((_, at) => pairItem(context, groups, at)),
      add,
    ),
  ];
}
