/** Tasks that nobody can do: all of their candidate groups are empty. */
import type { FlowNode, ProcessDefinition } from "../model/process.ts";
import { findingAt } from "./finding.ts";
import type { Finding } from "./finding.ts";

/** What the check needs to know of an organisation. Undefined: the group is not known here, so nothing is said. */
export interface Staffing {
  readonly hasPeople: (group: string) => boolean | undefined;
}

export function checkPeople(process: ProcessDefinition, staffing: Staffing): readonly Finding[] {
  return Object.values(process.nodes).flatMap((node) => {
    const groups = onlyGroups(node);
    if (groups.length === 0 || !groups.every((group) => staffing.hasPeople(group) === false)) return [];
    return [
      findingAt(process, node.id, {
        code: "FLOW_ROLE_EMPTY",
        zh: `无人可办：“${groups.join("”“")}”中没有人员`,
        en: `can be done by nobody: there is no one in "${groups.join('", "')}"`,
      }),
    ];
  });
}

/** Groups that are worked out at run time, and tasks with other people, are not judged. */
function onlyGroups(node: FlowNode): readonly string[] {
  if (node.kind !== "userTask") return [];
  const { assignee, candidateUsers, candidateGroups = "" } = node.people;
  if (assignee !== undefined || candidateUsers !== undefined) return [];
  if (!/^\s*\[\s*("(?:[^"\\]|\\.)*"\s*,?\s*)*\]\s*$/.test(candidateGroups)) return [];
  return [...candidateGroups.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) => text.replace(/\\(.)/g, "$1"));
}
