/** User task: a task for people, with who may take it, who may not (`gl:excludeActorOf`), and until when. */
import type { FlowNodeOf, People } from "../../model/process.ts";
import type { Result } from "../../model/problem.ts";
import type { TaskState, Token } from "../../model/state.ts";
import type { Behavior } from "../behavior.ts";
import type { Place } from "../context.ts";
import { ownersAt } from "../owners.ts";
import { actorsOf } from "../excludable.ts";
import { INCIDENTS } from "../problems.ts";
import { budgetAround } from "../read-state.ts";
import type { Run } from "../run.ts";
import { createTask } from "../tasks.ts";
import { optionalInstantAt, optionalTextAt, refused, textsAt, wholeNumberAt } from "../values.ts";

export const userTask: Behavior<"userTask"> = {
  isActivity: true,
  activate: (run, token, node) => {
    const place = { scopeId: token.scopeId, locals: token.locals };
    const who = whoMayTake(run, token, node, place);
    if (!who.ok) return who;
    const when = whenDue(run, node.people, place);
    if (!when.ok) return when;
    return { ok: true, value: () => open(run, token, { ...who.value, ...when.value }) };
  },
};

type Facts = Omit<TaskState, "id" | "tokenId" | "elementId">;

function open(run: Run, token: Token, facts: Facts): void {
  const dueAt = budgetAround(run.state, token)?.dueAt ?? facts.dueAt;
  const task = { id: run.nextId("u"), tokenId: token.id, elementId: token.elementId, ...facts };
  createTask(run, dueAt === undefined ? task : { ...task, dueAt });
}

export function whoMayTake(run: Run, token: Token, node: FlowNodeOf<"userTask">, place: Place): Result<Facts> {
  const assignee = optionalTextAt(run, node.people.assignee, place, "办理人 assignee");
  if (!assignee.ok) return assignee;
  const groups = textsAt(run, node.people.candidateGroups, place, "候选组 candidateGroups");
  if (!groups.ok) return groups;
  const users = textsAt(run, node.people.candidateUsers, place, "候选人 candidateUsers");
  if (!users.ok) return users;
  const owners = ownersAt(run, node.people.owners, place);
  if (!owners.ok) return owners;
  const candidateGroups = distinct(groups.value, owners.value.groups);
  const candidateUsers = distinct(users.value, owners.value.users);
  const isNobody = assignee.value === undefined && candidateGroups.length + candidateUsers.length === 0;
  if (isNobody && isGiven(node.people)) return refused(INCIDENTS.nobody());
  const excluded = distinct(node.excludeActorOf.flatMap((id) => actorsOf(run, token.scopeId, id)));
  if (assignee.value !== undefined && excluded.includes(assignee.value)) return refused(INCIDENTS.assigneeExcluded());
  return {
    ok: true,
    value: {
      ...(assignee.value === undefined ? {} : { assignee: assignee.value }),
      ...(candidateGroups.length === 0 ? {} : { candidateGroups }),
      ...(candidateUsers.length === 0 ? {} : { candidateUsers }),
      ...(excluded.length === 0 ? {} : { excludedActors: excluded }),
    },
  };
}

const NO_TEXTS: readonly string[] = [];

/** Each once, in order. Most tasks name one group, which needs no set. */
function distinct(texts: readonly string[], more: readonly string[] = NO_TEXTS): readonly string[] {
  if (texts.length + more.length < 2) return texts.length === 0 ? more : texts;
  return [...new Set([...texts, ...more])];
}

/** A task that names nobody in the model is open to all; one whose people turn out to be nobody is stuck. */
function isGiven({ assignee, candidateGroups, candidateUsers, owners }: People): boolean {
  return [assignee, candidateGroups, candidateUsers, owners].some((people) => people !== undefined);
}

function whenDue(run: Run, people: People, place: Place): Result<Facts> {
  const dueAt = optionalInstantAt(run, people.dueDate, place, "到期时间 dueDate");
  if (!dueAt.ok) return dueAt;
  const followUpAt = optionalInstantAt(run, people.followUpDate, place, "跟进时间 followUpDate");
  if (!followUpAt.ok) return followUpAt;
  const priority =
    people.priority === undefined ? undefined : wholeNumberAt(run, people.priority, place, "优先级 priority");
  if (priority?.ok === false) return priority;
  return {
    ok: true,
    value: {
      ...(dueAt.value === undefined ? {} : { dueAt: dueAt.value }),
      ...(followUpAt.value === undefined ? {} : { followUpAt: followUpAt.value }),
      ...(priority === undefined ? {} : { priority: priority.value }),
    },
  };
}
