/** Who does a user task and until when: zeebe's words for it first, then BPMN's own, then the lane, then the process. */
import type { Feel, People } from "../../model/process.ts";
import { extensionOf, feelListOf, feelOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { laneOwners } from "./lanes.ts";
import { ownersOf, performerOf } from "./resources.ts";

export function people(node: Element): People {
  const assigned = byAssignment(extensionOf(node, "zeebe:AssignmentDefinition"));
  const schedule = extensionOf(node, "zeebe:TaskSchedule");
  const dueDate = textOf(schedule, "dueDate");
  const followUpDate = textOf(schedule, "followUpDate");
  const priority = textOf(extensionOf(node, "zeebe:PriorityDefinition"), "priority");
  return {
    ...(Object.keys(assigned).length === 0 ? byRoles(node) : assigned),
    ...(dueDate === undefined ? {} : { dueDate: feelOf(dueDate) }),
    ...(followUpDate === undefined ? {} : { followUpDate: feelOf(followUpDate) }),
    ...(priority === undefined ? {} : { priority: feelOf(priority) }),
  };
}

function byAssignment(assignment: Element | undefined): People {
  const assignee = textOf(assignment, "assignee");
  const candidateGroups = textOf(assignment, "candidateGroups");
  const candidateUsers = textOf(assignment, "candidateUsers");
  return {
    ...(assignee === undefined ? {} : { assignee: feelOf(assignee) }),
    ...(candidateGroups === undefined ? {} : { candidateGroups: feelListOf(candidateGroups) }),
    ...(candidateUsers === undefined ? {} : { candidateUsers: feelListOf(candidateUsers) }),
  };
}

/** The nearest that says something: the task's own roles, its lane, those of its process (§10.3.1). */
export function byRoles(node: Element): People {
  return rolesOf(node) ?? given(undefined, laneOwners(node)) ?? rolesOf(processAround(node)) ?? {};
}

export function rolesOf(holder: Element | undefined): People | undefined {
  return holder && given(performerOf(holder), ownersOf(holder));
}

function given(assignee: Feel | undefined, owners: readonly Feel[]): People | undefined {
  if (assignee === undefined && owners.length === 0) return undefined;
  return { ...(assignee === undefined ? {} : { assignee }), ...(owners.length === 0 ? {} : { owners }) };
}

function processAround(node: Element): Element | undefined {
  let at = node.$parent;
  while (at !== undefined && !isA(at, "bpmn:Process")) at = at.$parent;
  return at;
}
